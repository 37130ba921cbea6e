package org.proffer.compliance;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.proffer.access.Actor;
import org.proffer.access.Logins;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.ClientView;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.penalties.Exposure;
import org.proffer.mailings.Sampling;

/** Everything that a report prints, as words. */
@ApplicationScoped
class DeskReportModel {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);
  private static final int CHECKS = 500;

  @Inject private ClientRecords records;
  @Inject private TemplateChecks checks;
  @Inject private MailingAudits audits;
  @Inject private DeskFindings findings;
  @Inject private DeskFigures figures;
  @Inject private Logins logins;

  Map<String, Object> of(
      ClientView client, String notAssessed, String attestedBy, Instant at, Actor actor) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("client", client.name());
    model.put("producedAt", MINUTES.format(at));
    model.put("producedBy", logins.displayName(actor.login()));
    model.put("attestedBy", attestedBy.strip());
    model.put("ruleVersion", CanSpamRules.VERSION);
    model.put("programmes", programmes(client.id()));
    model.put("checks", checks(client.id()));
    model.put("audits", audits(client.id()));
    model.put("findings", findings(client.id()));
    model.put("exposures", exposures(client.id(), LocalDate.ofInstant(at, ZoneOffset.UTC)));
    model.put("assessedOn", LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
    model.put("trend", trend(client.id()));
    model.put("sampling", sampling(client.id()));
    model.put("notAssessed", notAssessed(notAssessed));
    return model;
  }

  private static Map<String, Object> row(String... cells) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }

  private List<Object> programmes(UUID clientId) {
    List<Object> rows = new ArrayList<>();
    records
        .list(ClientKinds.PROGRAMME, clientId)
        .forEach(
            record -> {
              List<String> words = records.words(record);
              rows.add(
                  row(
                      "name",
                      words.get(0),
                      "state",
                      words.get(1),
                      "sender",
                      words.get(2),
                      "kind",
                      words.get(3)));
            });
    return rows;
  }

  private List<Object> checks(UUID clientId) {
    List<Object> rows = new ArrayList<>();
    checks
        .list(clientId, "", CHECKS)
        .forEach(
            check ->
                rows.add(
                    row(
                        "title", check.title(),
                        "at", MINUTES.format(check.checkedAt()),
                        "verdict", check.verdict().name(),
                        "violated", String.join(", ", check.violated()),
                        "open", String.join(", ", check.undetermined()),
                        "sha256", check.sha256())));
    return rows;
  }

  private List<Object> audits(UUID clientId) {
    List<Object> rows = new ArrayList<>();
    for (MailingAuditView summary : audits.list(clientId)) {
      JsonObject tally = summary.tally();
      if (tally != null) {
        MailingAuditView view = audits.get(summary.id());
        List<Object> lists = new ArrayList<>();
        view.lists()
            .forEach(
                list ->
                    lists.add(
                        row(
                            "label", list.kind().label(),
                            "file", list.fileName(),
                            "rows",
                                count(
                                    tally
                                        .getJsonObject("rows")
                                        .getJsonNumber(list.kind().name())
                                        .longValue()),
                            "unread",
                                count(
                                    tally
                                        .getJsonObject("notRead")
                                        .getJsonNumber(list.kind().name())
                                        .longValue()),
                            "sha256", list.sha256())));
        Map<String, Object> row =
            row(
                "title", view.title(),
                "sender", view.settings().getString("sender"),
                "zone", view.settings().getString("senderZone", ""),
                "complete",
                    view.settings().getBoolean("requestsComplete")
                        ? "said to be complete"
                        : "not said to be complete",
                "sends", count(tally.getJsonObject("rows").getJsonNumber("SENDS").longValue()),
                "objectors", count(tally.getJsonNumber("sendsToObjectors").longValue()),
                "inTime", count(tally.getJsonNumber("sendsInTime").longValue()),
                "consent", count(tally.getJsonNumber("sendsAfterConsent").longValue()),
                "scope", count(tally.getJsonNumber("sendsOutOfScope").longValue()),
                "period",
                    tally.getString("firstSent", "") + " to " + tally.getString("lastSent", ""));
        row.put("lists", lists);
        List<Object> found = new ArrayList<>();
        for (JsonObject finding : tally.getJsonArray("findings").getValuesAs(JsonObject.class)) {
          found.add(
              row(
                  "requirement", finding.getString("requirement"),
                  "verdict", finding.getString("verdict"),
                  "count", count(finding.getJsonNumber("count").longValue())));
        }
        row.put("found", found);
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Object> findings(UUID clientId) {
    List<Object> rows = new ArrayList<>();
    findings
        .list(clientId, "ALL")
        .forEach(
            finding -> {
              LocalDate due = finding.due();
              rows.add(
                  row(
                      "requirement", finding.requirement(),
                      "citation", finding.citation(),
                      "verdict", finding.verdict().name(),
                      "severity", finding.severity().label(),
                      "title", finding.title(),
                      "messages", count(finding.messages()),
                      "state", finding.state().label(),
                      "owner", finding.owner(),
                      "due", due == null ? "" : due.toString(),
                      "remedy", finding.remedy(),
                      "reason", finding.reason()));
            });
    return rows;
  }

  private List<Object> exposures(UUID clientId, LocalDate today) {
    List<Object> rows = new ArrayList<>();
    for (Exposure exposure : findings.exposure(clientId, today, true, true, false)) {
      Map<String, Object> row =
          row(
              "plaintiff", plaintiff(exposure),
              "maximum", exposure.maximum().toString(),
              "confirmed", exposure.confirmed() ? "yes" : "no");
      row.put("lines", List.copyOf(exposure.lines()));
      rows.add(row);
    }
    return rows;
  }

  static String plaintiff(Exposure exposure) {
    return switch (exposure.plaintiff()) {
      case FTC -> "Federal Trade Commission";
      case STATE -> "A state, for its residents";
      case PROVIDER -> "A provider of Internet access service";
    };
  }

  private List<Object> trend(UUID clientId) {
    List<Object> rows = new ArrayList<>();
    figures
        .sendsByMonth(clientId)
        .forEach(
            month ->
                rows.add(
                    row(
                        "month", month.month(),
                        "sends", count(month.sends()),
                        "violated", count(month.violated()),
                        "open", count(month.undetermined()))));
    return rows;
  }

  private String sampling(UUID clientId) {
    DeskFigures.Share share = figures.violatingChecks(clientId);
    Sampling.Interval interval = share.interval();
    if (interval == null) {
      return "No message was checked, so nothing is said of a share.";
    }
    return String.format(
        Locale.US,
        "%,d of %,d checked messages have a violation. If they were drawn at random, the share among all lies between %.1f and %.1f percent (Clopper and Pearson, %.0f percent confidence). Messages that were chosen otherwise say nothing of the rest.",
        share.found(),
        share.drawn(),
        interval.low() * 100,
        interval.high() * 100,
        interval.confidence() * 100);
  }

  private static List<Object> notAssessed(String words) {
    List<Object> lines = new ArrayList<>();
    words.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    lines.add("What senders and their agents knew, beyond the lists they were given.");
    lines.add("Whether the bodies of sent messages are those of the templates that were checked.");
    lines.add("State law, and the law of other countries.");
    return lines;
  }

  private static String count(long count) {
    return String.format(Locale.US, "%,d", count);
  }

  /** The findings of a client as CSV. */
  String findingsCsv(UUID clientId) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "requirement",
          "citation",
          "verdict",
          "severity",
          "found in",
          "title",
          "messages",
          "happened on",
          "state",
          "owner",
          "due",
          "remedy",
          "reason");
      for (DeskFinding finding : findings.list(clientId, "ALL")) {
        LocalDate due = finding.due();
        csv.writeRecord(
            finding.requirement(),
            finding.citation(),
            finding.verdict().name(),
            finding.severity().name(),
            finding.foundIn().name(),
            MailingAuditWork.inert(finding.title()),
            Long.toString(finding.messages()),
            finding.happenedOn().toString(),
            finding.state().name(),
            finding.owner(),
            due == null ? "" : due.toString(),
            MailingAuditWork.inert(finding.remedy()),
            MailingAuditWork.inert(finding.reason()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The model as JSON. */
  static JsonObject json(Map<String, Object> model) {
    return object(model).build();
  }

  private static JsonObjectBuilder object(Map<?, ?> map) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    map.forEach(
        (key, value) -> {
          if (value instanceof List<?> list) {
            json.add(key.toString(), array(list));
          } else if (value instanceof Map<?, ?> part) {
            json.add(key.toString(), object(part));
          } else {
            json.add(key.toString(), String.valueOf(value));
          }
        });
    return json;
  }

  private static JsonArrayBuilder array(List<?> list) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Object value : list) {
      if (value instanceof Map<?, ?> part) {
        array.add(object(part));
      } else {
        array.add(String.valueOf(value));
      }
    }
    return array;
  }
}
