package org.proffer.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientMember;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRevision;
import org.proffer.clients.ClientView;
import org.proffer.compliance.AuditFinding;
import org.proffer.compliance.DeskFigures;
import org.proffer.compliance.DeskFinding;
import org.proffer.compliance.DeskFindings;
import org.proffer.compliance.DeskReports;
import org.proffer.compliance.MailingAuditView;
import org.proffer.compliance.MailingAudits;
import org.proffer.compliance.MailingMessage;
import org.proffer.compliance.MechanismWatches;
import org.proffer.compliance.OptOutClocks;
import org.proffer.compliance.SeedMailboxes;
import org.proffer.compliance.TemplateCheckView;
import org.proffer.law.deadlines.BusinessDays;
import org.proffer.law.penalties.Exposure;
import org.proffer.mailings.RowProblem;

/** The JSON form of what the compliance desk answers. */
final class DeskJson {
  private DeskJson() {}

  static JsonObject client(ClientView client) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", client.id().toString())
            .add("name", client.name())
            .add("openedAt", client.openedAt().toString())
            .add("version", client.version())
            .add("role", client.role());
    add(json, "closedAt", client.closedAt());
    return json.build();
  }

  static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  static JsonObject member(ClientMember member) {
    return Json.createObjectBuilder()
        .add("login", member.login())
        .add("role", member.role().name())
        .add("addedAt", member.addedAt().toString())
        .add("addedBy", member.addedBy())
        .build();
  }

  static JsonObject record(ClientRecord<?> record) {
    return recordOf(record);
  }

  private static <C extends Record> JsonObject recordOf(ClientRecord<C> record) {
    return Json.createObjectBuilder()
        .add("id", record.id().toString())
        .add("clientId", record.clientId().toString())
        .add("kind", record.kind().name())
        .add("title", record.title())
        .add("version", record.version())
        .add("removed", record.removed())
        .add("changedAt", record.changedAt().toString())
        .add("changedBy", record.changedBy())
        .add("content", record.kind().write(record.content()))
        .build();
  }

  static JsonObject revision(ClientRevision revision) {
    return Json.createObjectBuilder()
        .add("version", revision.version())
        .add("at", revision.at().toString())
        .add("by", revision.by())
        .add("note", revision.note())
        .add("removed", revision.removed())
        .add("content", revision.content())
        .build();
  }

  static JsonObject check(TemplateCheckView check) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", check.id().toString())
            .add("clientId", check.clientId().toString());
    add(json, "programmeId", check.programmeId());
    return json.add("title", check.title())
        .add("origin", check.origin().name())
        .add("sha256", check.sha256())
        .add("length", check.length())
        .add("verdict", check.verdict().name())
        .add("violated", JsonViews.strings(check.violated()))
        .add("undetermined", JsonViews.strings(check.undetermined()))
        .add("lawAsOf", check.lawAsOf().toString())
        .add("ruleVersion", check.ruleVersion())
        .add("checkedAt", check.checkedAt().toString())
        .add("checkedBy", check.checkedBy())
        .add("result", check.result())
        .add("facts", check.facts())
        .build();
  }

  static JsonObject audit(MailingAuditView audit, MailingAudits.@Nullable GivenMessages messages) {
    if (messages == null) {
      return audit(audit);
    }
    return Json.createObjectBuilder(audit(audit))
        .add(
            "messages",
            Json.createObjectBuilder()
                .add("fileName", messages.fileName())
                .add("sha256", messages.sha256())
                .add("length", messages.length())
                .add("messages", messages.messages())
                .add("withFacts", messages.withFacts()))
        .build();
  }

  static JsonObject message(MailingMessage message) {
    JsonObjectBuilder reasons = Json.createObjectBuilder();
    message.reasons().forEach(reasons::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("number", message.number())
            .add("address", message.address())
            .add("messageId", message.messageId())
            .add("subject", message.subject())
            .add("sha256", message.sha256())
            .add("violated", JsonViews.strings(message.violated()))
            .add("undetermined", JsonViews.strings(message.undetermined()))
            .add("reasons", reasons);
    add(json, "sentAt", message.sentAt());
    return json.build();
  }

  static JsonObject optOutList(OptOutClocks.ListEntered list) {
    return Json.createObjectBuilder()
        .add("id", list.id().toString())
        .add("fileName", list.fileName())
        .add("rows", list.rows())
        .add("entered", list.entered())
        .add("known", list.known())
        .add("notRead", list.notRead())
        .add("mapping", list.mapping())
        .add("problems", JsonViews.array(list.problems(), DeskJson::problem))
        .add("enteredAt", list.enteredAt().toString())
        .add("enteredBy", list.enteredBy())
        .build();
  }

  static JsonObject seed(SeedMailboxes.SeedStanding seed) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", seed.id().toString())
            .add("name", seed.name())
            .add("type", seed.type())
            .add("address", seed.address())
            .add("on", seed.on())
            .add("served", seed.served())
            .add("arrived", seed.arrived())
            .add("problem", seed.problem());
    add(json, "arrivedAt", seed.arrivedAt());
    add(json, "readAt", seed.readAt());
    return json.build();
  }

  static JsonObject audit(MailingAuditView audit) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", audit.id().toString())
            .add("clientId", audit.clientId().toString());
    add(json, "programmeId", audit.programmeId());
    json.add("title", audit.title())
        .add("state", audit.state().name())
        .add("settings", audit.settings())
        .add("problem", audit.problem())
        .add("createdAt", audit.createdAt().toString())
        .add("createdBy", audit.createdBy());
    add(json, "startedAt", audit.startedAt());
    add(json, "endedAt", audit.endedAt());
    JsonObject tally = audit.tally();
    if (tally != null) {
      json.add("tally", tally);
    }
    JsonArrayBuilder lists = Json.createArrayBuilder();
    audit
        .lists()
        .forEach(
            list ->
                lists.add(
                    Json.createObjectBuilder()
                        .add("list", list.kind().name())
                        .add("fileName", list.fileName())
                        .add("sha256", list.sha256())
                        .add("length", list.length())
                        .add("header", JsonViews.strings(list.header()))
                        .add("mapping", list.mapping())));
    return json.add("lists", lists).build();
  }

  static JsonObject finding(AuditFinding finding) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("number", finding.number())
            .add("requirement", finding.requirement())
            .add("verdict", finding.verdict().name())
            .add("address", finding.address());
    add(json, "at", finding.at());
    return json.add("line", finding.line())
        .add("requestedAt", finding.requestedAt().toString())
        .add("requestLine", finding.requestLine())
        .add("lastDay", finding.lastDay().toString())
        .add("reason", finding.reason())
        .add("missing", JsonViews.strings(finding.missing()))
        .add("kind", finding.kind())
        .add("by", finding.by())
        .build();
  }

  static JsonObject day(BusinessDays.Counted day) {
    return Json.createObjectBuilder()
        .add("day", day.day().toString())
        .add("number", day.number())
        .add("counted", day.business())
        .add("why", day.why())
        .build();
  }

  static JsonObject problem(RowProblem problem) {
    return Json.createObjectBuilder()
        .add("list", problem.list().name())
        .add("line", problem.line())
        .add("column", problem.column())
        .add("what", problem.what())
        .add("next", problem.next())
        .build();
  }

  static JsonObject request(OptOutClocks.Request request) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", request.id().toString())
            .add("address", request.address())
            .add("receivedAt", request.receivedAt().toString())
            .add("lastDay", request.lastDay().toString())
            .add("kinds", request.kinds())
            .add("madeTo", request.madeTo())
            .add("channel", request.channel())
            .add("standing", request.standing().name())
            .add("dayCount", request.dayCount());
    add(json, "honoredAt", request.honoredAt());
    add(json, "honoredBy", request.honoredBy());
    return json.build();
  }

  static JsonObject deskFinding(DeskFinding finding) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", finding.id().toString())
            .add("requirement", finding.requirement())
            .add("citation", finding.citation())
            .add("verdict", finding.verdict().name())
            .add("severity", finding.severity().name())
            .add("title", finding.title())
            .add("reason", finding.reason())
            .add("foundIn", finding.foundIn().name())
            .add("sourceId", finding.sourceId().toString())
            .add("messages", finding.messages())
            .add("happenedOn", finding.happenedOn().toString())
            .add("state", finding.state().name())
            .add("owner", finding.owner())
            .add("remedy", finding.remedy())
            .add("version", finding.version())
            .add("foundAt", finding.foundAt().toString())
            .add("changedAt", finding.changedAt().toString());
    add(json, "due", finding.due());
    add(json, "retestId", finding.retestId());
    add(json, "acceptedBy", finding.acceptedBy());
    return json.build();
  }

  static JsonObject step(DeskFindings.Step step) {
    return Json.createObjectBuilder()
        .add("version", step.version())
        .add("at", step.at().toString())
        .add("by", step.by())
        .add("state", step.state().name())
        .add("words", step.words())
        .build();
  }

  static JsonObject exposure(Exposure exposure) {
    return Json.createObjectBuilder()
        .add("plaintiff", exposure.plaintiff().name())
        .add("maximum", exposure.maximum().toString())
        .add("single", exposure.single().toString())
        .add("lines", JsonViews.strings(exposure.lines()))
        .add("confirmed", exposure.confirmed())
        .add("label", Exposure.LABEL)
        .build();
  }

  static JsonObject watch(MechanismWatches.Watch watch) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", watch.id().toString())
            .add("mechanismId", watch.mechanismId().toString())
            .add("address", watch.address())
            .add("beganAt", watch.beganAt().toString())
            .add("until", watch.until().toString())
            .add("every", watch.every())
            .add("startedBy", watch.startedBy())
            .add("probes", watch.probes())
            .add("failures", watch.failures());
    add(json, "stoppedAt", watch.stoppedAt());
    return json.build();
  }

  static JsonObject probe(MechanismWatches.ProbeView probe) {
    return Json.createObjectBuilder()
        .add("at", probe.at().toString())
        .add("accepted", probe.accepted())
        .add("what", probe.what())
        .add("millis", probe.millis())
        .add("by", probe.by())
        .build();
  }

  static JsonObject report(DeskReports.ReportView report) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "signed", report.signed());
    add(json, "signedAt", report.signedAt());
    add(json, "signedBy", report.signedBy());
    return json.add("id", report.id().toString())
        .add("title", report.title())
        .add("fileName", report.fileName())
        .add("sha256", report.sha256())
        .add("length", report.length())
        .add("pages", report.pages())
        .add("attestedBy", report.attestedBy())
        .add("producedAt", report.producedAt().toString())
        .add("producedBy", report.producedBy())
        .add("content", report.content())
        .build();
  }

  static JsonObject latency(List<DeskFigures.Latency> all) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    all.forEach(
        each ->
            json.add(
                each.days() > DeskFigures.LONGEST ? "more" : Integer.toString(each.days()),
                each.requests()));
    return json.build();
  }
}
