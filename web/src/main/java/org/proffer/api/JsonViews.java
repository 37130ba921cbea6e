package org.proffer.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseSummary;
import org.proffer.cases.CaseView;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.evidence.EvidenceView;
import org.proffer.law.Finding;
import org.proffer.ledger.Head;
import org.proffer.ledger.LogStanding;
import org.proffer.ledger.TreeHash;
import org.proffer.messages.DecisionView;
import org.proffer.messages.Derivation;
import org.proffer.messages.EarlierFindings;
import org.proffer.messages.ImportView;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.MessageTotals;
import org.proffer.messages.Rulebook;
import org.proffer.platform.Json;
import org.proffer.records.EditConflict;
import org.proffer.records.Objection;
import org.proffer.records.RecordView;
import org.proffer.records.Revision;

/** The JSON form of what the services answer: ids as plain strings, instants as ISO 8601 in UTC. */
final class JsonViews {
  private JsonViews() {}

  static <T> JsonArray array(Collection<T> all, Function<T, JsonObject> form) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    all.forEach(one -> array.add(form.apply(one)));
    return array.build();
  }

  static JsonArray strings(Collection<String> all) {
    return Json.createArrayBuilder(all).build();
  }

  static JsonObject caseSummary(CaseSummary c) {
    return Json.createObjectBuilder()
        .add("id", c.id().toString())
        .add("title", c.title())
        .add("court", c.court())
        .add("docketNumber", c.docketNumber())
        .add("status", c.status().name())
        .add("demonstration", c.demonstration())
        .add("openedAt", c.openedAt().toString())
        .add("items", c.items())
        .add("messages", c.messages())
        .add("violated", c.violated())
        .build();
  }

  static JsonObject caseView(CaseView c) {
    return Json.createObjectBuilder()
        .add("id", c.id().toString())
        .add("title", c.title())
        .add(
            "court",
            Json.createObjectBuilder().add("code", c.court().code()).add("name", c.court().name()))
        .add("docketNumber", c.docketNumber())
        .add("judge", c.judge())
        .add("status", c.status().name())
        .add("demonstration", c.demonstration())
        .add("sealed", c.sealed())
        .add("openedAt", c.openedAt().toString())
        .add("openedBy", c.openedBy())
        .add("members", strings(c.members()))
        .add("version", c.version())
        .build();
  }

  static JsonObject record(RecordView<?> r) {
    return Json.createObjectBuilder()
        .add("id", r.id().toString())
        .add("caseId", r.caseId().toString())
        .add("kind", r.kind().name())
        .add("title", r.title())
        .add("version", r.version())
        .add("removed", r.removed())
        .add("correctedAfterFiling", r.corrected())
        .add("changedAt", r.changedAt().toString())
        .add("changedBy", r.changedBy())
        .add("content", r.json())
        .build();
  }

  static JsonObject revision(Revision r) {
    return Json.createObjectBuilder()
        .add("version", r.version())
        .add("at", r.at().toString())
        .add("by", r.by())
        .add("note", r.note())
        .add("removed", r.removed())
        .add("afterFiling", r.afterFiling())
        .add(
            "changes",
            array(
                r.changes(),
                c ->
                    Json.createObjectBuilder()
                        .add("name", c.name())
                        .add("label", c.label())
                        .add("from", c.from())
                        .add("to", c.to())
                        .build()))
        .build();
  }

  static JsonObject difference(EditConflict.Difference d) {
    return Json.createObjectBuilder()
        .add("name", d.name())
        .add("label", d.label())
        .add("seen", d.seen())
        .add("mine", d.mine())
        .add("theirs", d.theirs())
        .build();
  }

  static JsonObject objection(Objection o) {
    return Json.createObjectBuilder()
        .add("code", o.code())
        .add("breach", o.breach())
        .add("words", o.words())
        .add("citation", o.citation())
        .add("confirmed", o.confirmed())
        .build();
  }

  static JsonObject evidence(EvidenceView e) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", e.id().toString())
            .add("caseId", e.caseId().toString())
            .add("number", e.number())
            .add("title", e.title())
            .add("fileName", e.fileName())
            .add("content", e.content())
            .add("form", e.form().name())
            .add("length", e.length())
            .add("receivedAt", e.receivedAt().toString())
            .add("receivedBy", e.receivedBy())
            .add("holder", e.holder())
            .add("seal", e.seal())
            .add("shelf", e.shelf())
            .add("outTo", e.outTo())
            .add("hold", e.hold());
    text(json, "sha256", e.sha256().isEmpty() ? null : e.sha256());
    text(json, "sha3_256", e.sha3().isEmpty() ? null : e.sha3());
    text(json, "retainUntil", e.retainUntil());
    text(json, "verifiedAt", e.verifiedAt());
    text(json, "damagedAt", e.damagedAt());
    text(json, "destroyedAt", e.destroyedAt());
    text(json, "copyOf", e.copyOf());
    return json.build();
  }

  static JsonObject custody(CustodyEventView e) {
    CustodyAct act = e.act();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("itemId", e.itemId().toString())
            .add("sequence", e.sequence())
            .add("kind", act.kind().name())
            .add("at", e.at().toString())
            .add("by", act.by())
            .add("result", act.result().name())
            .add("detail", act.detail());
    text(json, "happened", act.happened());
    text(json, "to", act.to());
    text(json, "location", act.location());
    text(json, "authority", act.authority());
    text(json, "before", act.before());
    text(json, "sha256", act.after());
    if (e.place() != null) {
      json.add("place", e.place());
    }
    return json.build();
  }

  static JsonObject standing(LogStanding standing) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("troubles", Json.createArrayBuilder(standing.troubles()))
            .add("key", standing.key());
    text(json, "readAt", standing.readAt());
    Head head = standing.head();
    if (head != null) {
      json.add("size", head.size()).add("root", head.root().toString());
      json.add("headAt", head.at().toString());
    }
    return json.build();
  }

  static JsonArrayBuilder hashes(List<TreeHash> proof) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    proof.forEach(hash -> json.add(hash.toString()));
    return json;
  }

  static JsonObject importView(ImportView i) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", i.id().toString())
            .add("caseId", i.caseId().toString())
            .add("evidenceId", i.itemId().toString())
            .add("fileName", i.fileName())
            .add("state", i.state().name())
            .add("stateLabel", i.state().label())
            .add("ended", i.state().isEnded())
            .add("startedAt", i.startedAt().toString())
            .add("totalBytes", i.totalBytes())
            .add("doneBytes", i.doneBytes())
            .add("messages", i.messages())
            .add("parsed", i.parsed())
            .add("withDefects", i.withDefects())
            .add("quarantined", i.quarantined())
            .add("problems", i.problems())
            .add("percent", i.percent())
            .add("priority", i.priority().name())
            .add("rate", Math.round(i.rate()))
            .add("elapsed", words(i.elapsed()))
            .add("remaining", i.remaining().map(JsonViews::words).orElse(""));
    text(json, "finishedAt", i.finishedAt());
    text(json, "failure", i.failure());
    text(json, "trouble", i.trouble());
    Derivation derivation = i.derivation();
    if (derivation != null) {
      JsonObjectBuilder made =
          Json.createObjectBuilder()
              .add("sha256", derivation.sha256())
              .add("length", derivation.length())
              .add("tool", derivation.tool())
              .add("parameters", derivation.parameters())
              .add("members", derivation.members())
              .add("messages", derivation.messages());
      if (derivation.secondReader() != null && derivation.secondMessages() != null) {
        made.add("secondReader", derivation.secondReader())
            .add("secondMessages", derivation.secondMessages());
      }
      json.add("derivation", made);
    }
    if (i.planned() != null) {
      json.add("plannedMessages", i.planned());
    }
    return json.add(
            "firstProblems",
            array(
                i.firstProblems(),
                p ->
                    Json.createObjectBuilder()
                        .add("path", p.path())
                        .add("kind", p.kind())
                        .add("detail", p.detail())
                        .build()))
        .build();
  }

  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  static JsonObject message(MessageSummary m) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", m.id().toString())
            .add("number", m.number())
            .add("sha256", m.sha256())
            .add("fromName", m.fromName())
            .add("fromAddress", m.fromAddress())
            .add("subject", m.subject())
            .add("purpose", m.purpose().name())
            .add("outcome", m.outcome().name())
            .add("verdict", m.verdict().name())
            .add("violated", strings(m.violated()))
            .add("undetermined", strings(m.undetermined()));
    text(json, "sentAt", m.sentAt());
    return json.build();
  }

  static JsonObject totals(MessageTotals t) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("messages", t.messages())
            .add("violated", t.violated())
            .add("undetermined", t.undetermined())
            .add("met", t.met())
            .add("notApplicable", t.notApplicable())
            .add("parsed", t.parsed())
            .add("withDefects", t.withDefects())
            .add("quarantined", t.quarantined());
    text(json, "first", t.first());
    text(json, "last", t.last());
    return json.add(
            "requirements",
            array(
                t.requirements(),
                r ->
                    Json.createObjectBuilder()
                        .add("requirement", r.requirement())
                        .add("violated", r.violated())
                        .add("undetermined", r.undetermined())
                        .add("met", r.met())
                        .build()))
        .build();
  }

  static JsonObject finding(Finding f) {
    return Json.createObjectBuilder()
        .add("requirement", f.requirement())
        .add("citation", f.citation())
        .add("verdict", f.verdict().name())
        .add("lawAsOf", f.lawAsOf().toString())
        .add("reason", f.reason())
        .add("duty", Rulebook.isDuty(f.requirement()))
        .add("missing", strings(f.missing()))
        .add(
            "spans",
            array(
                f.spans(),
                s ->
                    Json.createObjectBuilder()
                        .add("part", s.part())
                        .add("offset", s.offset())
                        .add("length", s.length())
                        .add("text", s.text())
                        .build()))
        .build();
  }

  static JsonObject decision(DecisionView d) {
    return Json.createObjectBuilder()
        .add("requirement", d.requirement())
        .add("sequence", d.sequence())
        .add("decision", d.decision().name())
        .add("reason", d.reason())
        .add("decidedAt", d.decidedAt().toString())
        .add("decidedBy", d.decidedBy())
        .add("ruleVersion", d.ruleVersion())
        .add("verdict", d.verdict().name())
        .add("stale", d.stale())
        .build();
  }

  static JsonObject earlier(EarlierFindings e) {
    return Json.createObjectBuilder()
        .add("recheckId", e.recheck().toString())
        .add("ruleVersion", e.ruleVersion())
        .add("supersededAt", e.supersededAt().toString())
        .add("verdict", e.verdict().name())
        .add("findings", array(e.findings(), JsonViews::finding))
        .build();
  }

  static void text(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }
}
