package org.proffer.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.custody.CustodyEventView;
import org.proffer.evidence.EvidenceView;
import org.proffer.exhibits.Exhibit;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.mail.HeaderField;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.MessageTotals;
import org.proffer.messages.MessageView;
import org.proffer.records.RecordView;
import org.proffer.timeline.TimelineEntry;

/** Items, custody, messages and the timeline as a template prints them. */
final class EvidenceModel {
  private static final Map<String, CanSpamRules.Rule> RULES =
      CanSpamRules.all().stream()
          .collect(Collectors.toMap(CanSpamRules.Rule::id, r -> r, (older, newer) -> newer));

  /** Files in an attachment that are printed. */
  private static final int FILES = 100;

  private final CaseData data;
  private final Traces traces;

  EvidenceModel(CaseData data, Traces traces) {
    this.data = data;
    this.traces = traces;
  }

  private static Source source(String kind, String record, String field, String label) {
    return new Source(kind, record, 0, field, Source.State.SAID, label, "");
  }

  List<Map<String, Object>> items() {
    return data.items().stream().map(this::item).toList();
  }

  /** The item a document is about; an empty map for a document about none. */
  Map<String, Object> item(DocumentKind kind, @Nullable UUID subject) {
    return kind.subject() != DocumentKind.Subject.ITEM
        ? Map.of()
        : data.items().stream()
            .filter(i -> i.id().value().equals(subject))
            .findFirst()
            .map(this::item)
            .orElse(Map.of());
  }

  private Map<String, Object> item(EvidenceView item) {
    String id = item.id().toString();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "number",
        traces.of(
            source("evidence-item", id, "number", "number of the item"),
            Integer.toString(item.number())));
    values.put(
        "fileName",
        traces.of(source("evidence-item", id, "fileName", "file name"), item.fileName()));
    values.put("title", traces.of(source("evidence-item", id, "title", "title"), item.title()));
    values.put(
        "content", traces.of(source("evidence-item", id, "content", "content"), item.content()));
    values.put(
        "sha256", traces.of(source("evidence-item", id, "sha256", "SHA-256"), item.sha256()));
    values.put(
        "bytes",
        traces.of(
            source("evidence-item", id, "length", "length"), ModelWords.number(item.length())));
    values.put(
        "received",
        traces.of(
            source("evidence-item", id, "receivedAt", "received"),
            ModelWords.moment(item.receivedAt())));
    values.put(
        "receivedBy",
        traces.of(source("evidence-item", id, "receivedBy", "received by"), item.receivedBy()));
    values.put("holder", traces.of(source("evidence-item", id, "holder", "holder"), item.holder()));
    values.put("damaged", item.damagedAt() != null);
    Instant verified = item.verifiedAt();
    values.put(
        "verified",
        verified == null
            ? ""
            : traces.of(
                source("evidence-item", id, "verifiedAt", "last verified"),
                ModelWords.moment(verified)));
    List<CustodyEventView> events = data.custody().getOrDefault(item.id().value(), List.of());
    values.put("events", events.stream().map(this::event).toList());
    values.put(
        "unbroken", !item.holder().isEmpty() && events.stream().allMatch(EvidenceModel::sound));
    return values;
  }

  /** What is put before the court, as a list of exhibits names it. */
  List<Map<String, Object>> exhibits() {
    return data.exhibits().stream().map(this::exhibit).toList();
  }

  private Map<String, Object> exhibit(RecordView<Exhibit> view) {
    Exhibit exhibit = view.content();
    Exhibit.Series series = exhibit.marked().series();
    Exhibit.Ruling ruling = exhibit.ruling();
    LocalDate offered = exhibit.offeredOn();
    LocalDate ruled = exhibit.ruledOn();
    String number = traces.of(view, "number", exhibit.marked().toString(), null);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", number);
    values.put("plaintiff", series == Exhibit.Series.DEFENSE ? "" : number);
    values.put(
        "defense",
        series == Exhibit.Series.DEFENSE || series == Exhibit.Series.JOINT ? number : "");
    values.put(
        "description",
        traces.of(view, "description", exhibit.description().strip().replaceAll("\\.$", ""), null));
    values.put("pages", traces.of(view, "firstPage", exhibit.pages(), null));
    values.put(
        "formerly", traces.of(view, "formerly", String.join(", ", exhibit.formerly()), null));
    values.put(
        "offered",
        traces.of(view, "offeredOn", offered == null ? "" : ModelWords.day(offered), null));
    values.put("offeredBy", traces.of(view, "offeredBy", exhibit.offeredBy(), null));
    values.put(
        "admitted",
        ruling == null || ruled == null || !ruling.isIn()
            ? ""
            : traces.of(view, "ruledOn", ModelWords.day(ruled), null));
    values.put("ruling", traces.of(view, "ruling", ruling == null ? "" : ruling.label(), null));
    values.put("terms", traces.of(view, "terms", exhibit.terms(), null));
    values.put("isIn", ruling != null && ruling.isIn());
    UUID witness = exhibit.witness();
    values.put(
        "witness",
        data.parties().stream()
            .filter(p -> p.id().equals(witness))
            .findFirst()
            .map(p -> traces.of(p, "name", p.content().name(), p.content().certainty()))
            .orElse(""));
    values.putAll(of(exhibit));
    return values;
  }

  /** The item or the message that an exhibit puts before the court. */
  private Map<String, Object> of(Exhibit exhibit) {
    EvidenceView item =
        data.items().stream()
            .filter(i -> i.id().value().equals(exhibit.item()))
            .findFirst()
            .orElse(null);
    UUID id = exhibit.message();
    MessageSummary message = id == null ? null : data.exhibited().get(id);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("item", "");
    values.put("fileName", "");
    values.put("bytes", "");
    values.put("message", "");
    values.put("sha256", "");
    values.put("damaged", item != null && item.damagedAt() != null);
    if (item != null) {
      String of = item.id().toString();
      values.put(
          "item",
          traces.of(
              source("evidence-item", of, "number", "number of the item"), "" + item.number()));
      values.put(
          "fileName",
          traces.of(source("evidence-item", of, "fileName", "file name"), item.fileName()));
      values.put(
          "bytes",
          item.hasBytes()
              ? traces.of(
                  source("evidence-item", of, "length", "length"), ModelWords.number(item.length()))
              : "");
      values.put(
          "sha256", traces.of(source("evidence-item", of, "sha256", "SHA-256"), item.sha256()));
    }
    if (message != null) {
      Source raw = source("message", message.id().toString(), "sha256", "the message");
      values.put("message", traces.of(raw, ModelWords.number(message.number())));
      values.put("sha256", traces.of(raw, message.sha256()));
    }
    return values;
  }

  private static boolean sound(CustodyEventView event) {
    return event.act().result() == CustodyEventView.Result.DONE
        && Objects.equals(
            event.act().before() == null ? event.act().after() : event.act().before(),
            event.act().after());
  }

  private Map<String, Object> event(CustodyEventView event) {
    String id = event.itemId().toString();
    Source from = source("custody", id, Integer.toString(event.sequence()), "custody event");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("sequence", traces.of(from, Integer.toString(event.sequence())));
    values.put("at", traces.of(from, ModelWords.moment(event.at())));
    values.put(
        "what",
        traces.of(
            from,
            event.act().kind().label()
                + (event.act().result() == CustodyEventView.Result.FAILED ? ", failed" : "")));
    values.put("by", traces.of(from, event.act().by()));
    String to = event.act().to();
    values.put("to", traces.of(from, to == null ? "" : to));
    values.put("detail", traces.of(from, event.act().detail()));
    String authority = event.act().authority();
    values.put("authority", traces.of(from, authority == null ? "" : authority));
    String after = event.act().after();
    values.put("sha256", traces.of(from, after == null ? "" : after));
    Long place = event.place();
    values.put("place", traces.of(from, place == null ? "" : ModelWords.number(place)));
    values.put("gap", !sound(event));
    return values;
  }

  /** Counts over the messages of the case. */
  Map<String, Object> totals() {
    MessageTotals totals = data.totals();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("exist", totals != null && totals.messages() > 0);
    if (totals == null) {
      return values;
    }
    values.put("all", count("messages", "all messages", totals.messages()));
    values.put("violated", count("violated", "messages with a violation", totals.violated()));
    values.put(
        "undetermined", count("undetermined", "messages undetermined", totals.undetermined()));
    values.put("met", count("met", "messages that met every duty", totals.met()));
    values.put(
        "notApplicable",
        count("notApplicable", "messages no duty reaches", totals.notApplicable()));
    values.put("parsed", count("parsed", "messages read without defects", totals.parsed()));
    values.put(
        "withDefects", count("withDefects", "messages read with defects", totals.withDefects()));
    values.put("quarantined", count("quarantined", "messages in quarantine", totals.quarantined()));
    values.put("first", day("first", "first message", totals.first()));
    values.put("last", day("last", "last message", totals.last()));
    values.put("dated", totals.first() != null && totals.last() != null);
    values.put("requirements", totals.requirements().stream().map(this::requirement).toList());
    values.put("rules", CanSpamRules.VERSION);
    return values;
  }

  private String count(String field, String label, long count) {
    return traces.of(source("messages", "", field, label), ModelWords.number(count));
  }

  private String day(String field, String label, @Nullable Instant at) {
    return at == null
        ? ""
        : traces.of(
            source("messages", "", field, label),
            ModelWords.day(LocalDate.ofInstant(at, java.time.ZoneOffset.UTC)));
  }

  private Map<String, Object> requirement(MessageTotals.RequirementTotal total) {
    CanSpamRules.@Nullable Rule rule = RULES.get(total.requirement());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", total.requirement());
    values.put("citation", rule == null ? "" : rule.citation());
    values.put("title", rule == null ? "a requirement of an earlier version" : rule.title());
    values.put(
        "violated",
        count(
            total.requirement() + ".violated",
            total.requirement() + " violated",
            total.violated()));
    values.put(
        "undetermined",
        count(
            total.requirement() + ".undetermined",
            total.requirement() + " undetermined",
            total.undetermined()));
    values.put(
        "met", count(total.requirement() + ".met", total.requirement() + " met", total.met()));
    values.put("anyViolated", total.violated() > 0);
    return values;
  }

  /** An attachment, and under it the files in it where it is a container. */
  private Stream<Map<String, Object>> attachment(Source raw, MessageView.AttachmentPart part) {
    String name = part.fileName().isEmpty() ? "part " + part.section() : part.fileName();
    Stream<Map<String, Object>> files =
        part.members().stream()
            .limit(FILES)
            .map(f -> file(raw, name + " › " + f.path(), f.kind(), f.length(), f.sha256()));
    long more = part.members().size() - (long) FILES;
    Stream<Map<String, Object>> rest =
        more > 0
            ? Stream.of(
                Map.of(
                    "name",
                    traces.of(raw, name + " › " + ModelWords.number(more) + " files more"),
                    "type",
                    traces.of(raw, ""),
                    "bytes",
                    traces.of(raw, ""),
                    "sha256",
                    traces.of(raw, "")))
            : Stream.empty();
    return Stream.of(
            Stream.of(file(raw, name, part.mediaType(), part.length(), part.sha256())), files, rest)
        .flatMap(rows -> rows);
  }

  private Map<String, Object> file(
      Source raw, String name, String type, long length, String sha256) {
    return Map.of(
        "name",
        traces.of(raw, name),
        "type",
        traces.of(raw, type),
        "bytes",
        traces.of(raw, ModelWords.number(length)),
        "sha256",
        traces.of(raw, sha256));
  }

  /** The message of a message exhibit. */
  Map<String, Object> message() {
    MessageView message = data.message();
    if (message == null) {
      return Map.of();
    }
    String id = message.summary().id().toString();
    Map<String, Object> values = new LinkedHashMap<>();
    Source raw = source("message", id, "sha256", "the message");
    values.put("sha256", traces.of(raw, message.sha256()));
    values.put("length", traces.of(raw, ModelWords.number(message.length())));
    values.put("offset", traces.of(raw, ModelWords.number(message.offset())));
    values.put("path", traces.of(raw, message.path()));
    values.put("itemNumber", traces.of(raw, Integer.toString(message.itemNumber())));
    values.put("itemFileName", traces.of(raw, message.itemFileName()));
    values.put("number", traces.of(raw, ModelWords.number(message.summary().number())));
    values.put("subject", traces.of(raw, message.summary().subject()));
    values.put(
        "from",
        traces.of(
            raw,
            message.summary().fromName().isEmpty()
                ? message.summary().fromAddress()
                : message.summary().fromName() + " <" + message.summary().fromAddress() + ">"));
    Instant sent = message.summary().sentAt();
    values.put("sent", traces.of(raw, sent == null ? "" : ModelWords.moment(sent)));
    values.put(
        "quarantine", traces.of(raw, message.quarantine() == null ? "" : message.quarantine()));
    values.put(
        "headers",
        message.headers().stream()
            .map(
                (HeaderField h) ->
                    Map.of("name", traces.of(raw, h.name()), "value", traces.of(raw, h.value())))
            .toList());
    values.put(
        "attachments",
        message.attachments().stream().flatMap(part -> attachment(raw, part)).toList());
    values.put(
        "lines",
        MessageLines.of(data.messageHtml()).stream().map(line -> traces.of(raw, line)).toList());
    values.put(
        "findings",
        message.findings().stream()
            .filter(f -> f.verdict() == Verdict.VIOLATED)
            .map(
                f ->
                    Map.of(
                        "id",
                        f.requirement(),
                        "citation",
                        Printable.text(f.citation()),
                        "reason",
                        traces.of(raw, f.reason())))
            .toList());
    values.put("lawAsOf", ModelWords.day(message.lawAsOf()));
    values.put("rules", message.ruleVersion());
    return values;
  }

  List<Map<String, Object>> timeline() {
    return data.timeline().stream().map(this::entry).toList();
  }

  /** What is still to come. */
  List<Map<String, Object>> timelineFrom(LocalDate day) {
    return data.timeline().stream().filter(e -> !e.day().isBefore(day)).map(this::entry).toList();
  }

  private Map<String, Object> entry(TimelineEntry entry) {
    Source from = source(entry.kind(), entry.id().toString(), "title", "entry of the timeline");
    Map<String, Object> values = new LinkedHashMap<>();
    Instant moment = entry.moment();
    values.put("day", traces.of(from, day(entry, moment)));
    LocalDate until = entry.until();
    values.put("until", traces.of(from, until == null ? "" : ModelWords.day(until)));
    values.put("lane", entry.lane().label());
    values.put("title", traces.of(from, entry.title()));
    values.put("text", traces.of(from, entry.text()));
    values.put("source", traces.of(from, entry.source()));
    return values;
  }

  private static String day(TimelineEntry entry, @Nullable Instant moment) {
    return switch (entry.precision()) {
      case MOMENT -> moment == null ? ModelWords.day(entry.day()) : ModelWords.moment(moment);
      case DAY -> ModelWords.day(entry.day());
      case MONTH ->
          entry
                  .day()
                  .getMonth()
                  .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.US)
              + " "
              + entry.day().getYear();
      case ABOUT -> "about " + ModelWords.day(entry.day());
    };
  }
}
