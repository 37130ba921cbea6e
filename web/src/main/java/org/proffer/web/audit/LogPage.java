package org.proffer.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.proffer.audit.AuditLog;
import org.proffer.audit.AuditQuery;
import org.proffer.audit.AuditRow;
import org.proffer.ledger.Head;
import org.proffer.ledger.LogStanding;
import org.proffer.ledger.LoggedAct;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The audit log as the auditor searches it; what is asked for stands in the address. */
@Named("logPage")
@RequestScoped
public class LogPage {
  private static final int ROWS = 100;
  private static final DateTimeFormatter HUNDREDTHS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SS", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Inject @RequestParameterMap private Map<String, String> asked;
  @Inject private AuditLog log;

  private List<Row> rows = List.of();
  private List<String> troubles = List.of();
  private String standing = "";
  private String key = "";
  private String older = "";

  /** An entry as it is shown; the addresses follow one person, one case or one thing. */
  public record Row(
      LoggedAct act,
      String at,
      String place,
      String caseId,
      String bytes,
      String chip,
      String person,
      String ofCase,
      String thing) {}

  /** Loads what is asked for. */
  public void load() {
    try {
      show(log.standing());
      List<AuditRow> found = log.find(query(), before(), ROWS);
      rows = found.stream().map(LogPage::row).toList();
      if (found.size() == ROWS) {
        older = "log.xhtml?" + filter() + "before=" + found.get(ROWS - 1).act().id();
      }
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.INVALID || refusal.kind() == Refusal.Kind.UNAVAILABLE) {
        Show.refusal(refusal);
      } else {
        Show.errorPage(refusal);
      }
    }
  }

  private void show(LogStanding now) {
    troubles = now.troubles();
    key = now.key();
    Head head = now.head();
    standing =
        (head == null
                ? "No head is signed yet."
                : Show.count(head.size())
                    + " entries stand under the head signed "
                    + Show.instant(head.at())
                    + " UTC; what came later than that is not yet vouched for.")
            + " The whole log was last compared with the heads outside the database "
            + Show.instant(now.readAt())
            + " UTC.";
  }

  private static Row row(AuditRow row) {
    LoggedAct e = row.act();
    return new Row(
        e,
        HUNDREDTHS.format(e.at()),
        row.place() == null ? "waits" : row.place().toString(),
        Objects.toString(e.caseId(), ""),
        e.bytes() == null ? "" : Show.bytes(e.bytes()),
        e.outcome().equals("DONE") ? "good" : "bad",
        address("actor", e.actor()),
        address("case", Objects.toString(e.caseId(), "")),
        address("object", e.objectId()));
  }

  private static String address(String name, String value) {
    return "log.xhtml?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private AuditQuery query() {
    return new AuditQuery(
        get("actor"),
        get("action"),
        get("outcome"),
        get("case"),
        get("object"),
        get("from"),
        get("until"));
  }

  private long before() {
    String said = get("before");
    return said.matches("\\d{1,18}") ? Long.parseLong(said) : Long.MAX_VALUE;
  }

  /** What the address asks for under a name; empty if nothing. */
  public String get(String name) {
    return asked.getOrDefault(name, "");
  }

  private String filter() {
    Map<String, String> set = new LinkedHashMap<>();
    for (String name : List.of("actor", "action", "outcome", "case", "object", "from", "until")) {
      if (!get(name).isBlank()) {
        set.put(name, get(name));
      }
    }
    return set.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8) + "&")
        .collect(Collectors.joining());
  }

  /** Address of the export for a spreadsheet. */
  public String getCsv() {
    return "/api/v1/audit/export.csv?" + filter();
  }

  /** Address of the export with proofs. */
  public String getNdjson() {
    return "/api/v1/audit/export.ndjson?" + filter();
  }

  /** How many are shown, in words. */
  public String getCoverage() {
    return rows.size()
        + (older.isEmpty() ? " entries, all that match." : " entries; older follow.");
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<String> getTroubles() {
    return troubles;
  }

  public String getStanding() {
    return standing;
  }

  public String getKey() {
    return key;
  }

  public String getOlder() {
    return older;
  }
}
