package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.proffer.access.Caller;
import org.proffer.audit.AuditTrail;
import org.proffer.evidence.StoredObject;
import org.proffer.mailings.Column;
import org.proffer.mailings.ColumnMapping;
import org.proffer.mailings.ListKind;
import org.proffer.mailings.RowProblem;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.JsonText;
import org.proffer.platform.NativeRows;

/** Writes the rows of the lists of audits, and how their columns were understood. */
@ApplicationScoped
class AuditLists {
  @PersistenceContext private EntityManager entities;
  @Inject private Caller caller;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Enters a list that is in the vault, with the mapping of its headings. */
  @Transactional
  void enter(
      MailingAuditView audited,
      ListKind kind,
      String name,
      StoredObject object,
      List<String> header) {
    entities
        .createNativeQuery(
            "insert into proffer.mailing_audit_list (audit_id, client_id, list, file_name, sha256,"
                + " length, header, mapping) values (:audit, :client, :list, :name, :sha256, :length,"
                + " cast(:header as jsonb), cast(:mapping as jsonb)) on conflict (audit_id, list) do"
                + " update set file_name = excluded.file_name, sha256 = excluded.sha256,"
                + " length = excluded.length, header = excluded.header, mapping = excluded.mapping")
        .setParameter("audit", audited.id())
        .setParameter("client", audited.clientId())
        .setParameter("list", kind.name())
        .setParameter("name", name)
        .setParameter("sha256", object.sha256())
        .setParameter("length", object.length())
        .setParameter("header", MailingAudits.json(header).toString())
        .setParameter(
            "mapping",
            MailingAudits.json(understood(audited.clientId(), kind, header).headings()).toString())
        .executeUpdate();
    audit.record(
        caller.login(),
        "GIVE_AUDIT_LIST",
        null,
        "mailing-audit",
        audited.id(),
        kind + ", " + object.length() + " bytes");
  }

  private ColumnMapping understood(UUID clientId, ListKind kind, List<String> header) {
    List<Object[]> saved =
        NativeRows.of(
                entities,
                "select cast(m.mapping as text), m.list from proffer.column_mapping m"
                    + " where m.client_id = :client and m.list = :list"
                    + " and m.header = cast(:header as jsonb)")
            .setParameter("client", clientId)
            .setParameter("list", kind.name())
            .setParameter("header", MailingAudits.json(header).toString())
            .getResultList();
    return saved.isEmpty()
        ? ColumnMapping.guess(kind, header)
        : MailingAudits.mapping(JsonText.object((String) saved.get(0)[0]));
  }

  /** Says anew what the columns of a list mean. */
  @Transactional
  void map(MailingAuditView audited, ListKind kind, List<String> header, ColumnMapping mapping) {
    entities
        .createNativeQuery(
            "update proffer.mailing_audit_list set mapping = cast(:mapping as jsonb)"
                + " where audit_id = :audit and list = :list")
        .setParameter("mapping", MailingAudits.json(mapping.headings()).toString())
        .setParameter("audit", audited.id())
        .setParameter("list", kind.name())
        .executeUpdate();
    remember(audited.clientId(), kind, header, mapping);
  }

  /** Keeps how the columns of files with these headings are understood. */
  @Transactional
  void remember(UUID clientId, ListKind kind, List<String> header, ColumnMapping mapping) {
    entities
        .createNativeQuery(
            "insert into proffer.column_mapping (client_id, list, header, mapping, saved_at, saved_by)"
                + " values (:client, :list, cast(:header as jsonb), cast(:mapping as jsonb), :at, :by)"
                + " on conflict (client_id, list, header) do update set mapping = excluded.mapping,"
                + " saved_at = excluded.saved_at, saved_by = excluded.saved_by")
        .setParameter("client", clientId)
        .setParameter("list", kind.name())
        .setParameter("header", MailingAudits.json(header).toString())
        .setParameter("mapping", MailingAudits.json(mapping.headings()).toString())
        .setParameter("at", clock.instant())
        .setParameter("by", caller.login())
        .executeUpdate();
  }

  /**
   * How the columns of a file are understood: as is said, else as they were understood last, else
   * as their headings say.
   *
   * @throws InvalidInput if a heading is not in the file, or a column that is needed is not known
   */
  @Transactional
  ColumnMapping understood(
      UUID clientId, ListKind kind, List<String> header, Map<String, String> said) {
    Map<String, String> chosen = new HashMap<>(understood(clientId, kind, header).headings());
    said.forEach(
        (column, heading) -> {
          if (!heading.isBlank()) {
            if (!header.contains(heading.strip())) {
              throw new InvalidInput(
                  column,
                  "The file has no column “" + heading.strip() + "”.",
                  "Choose one of " + String.join(", ", header) + ".");
            }
            chosen.put(column, heading.strip());
          }
        });
    for (Column column : kind.columns()) {
      if (column.required() && !chosen.containsKey(column.name())) {
        throw new InvalidInput(
            column.label(),
            "No column of the file is known to hold it.",
            "Name one of " + String.join(", ", header) + ".");
      }
    }
    return new ColumnMapping(chosen);
  }

  /** Enters what came of a list of requests. */
  @Transactional
  void enterOptOuts(UUID clientId, OptOutClocks.ListEntered list) {
    JsonArrayBuilder problems = Json.createArrayBuilder();
    list.problems()
        .forEach(
            problem ->
                problems.add(
                    Json.createObjectBuilder()
                        .add("line", problem.line())
                        .add("column", problem.column())
                        .add("what", problem.what().replace("\u0000", "\ufffd"))
                        .add("next", problem.next())));
    entities
        .createNativeQuery(
            "insert into proffer.opt_out_list (id, client_id, file_name, rows, entered, known,"
                + " not_read, mapping, problems, entered_at, entered_by) values (:id, :client, :name,"
                + " :rows, :entered, :known, :unread, cast(:mapping as jsonb), cast(:problems as jsonb),"
                + " :at, :by)")
        .setParameter("id", list.id())
        .setParameter("client", clientId)
        .setParameter("name", list.fileName())
        .setParameter("rows", list.rows())
        .setParameter("entered", list.entered())
        .setParameter("known", list.known())
        .setParameter("unread", list.notRead())
        .setParameter("mapping", list.mapping().toString())
        .setParameter("problems", problems.build().toString())
        .setParameter("at", list.enteredAt())
        .setParameter("by", list.enteredBy())
        .executeUpdate();
  }

  /** What came of the lists of requests of a client, newest first. */
  @Transactional
  List<OptOutClocks.ListEntered> optOuts(UUID clientId, int most) {
    return NativeRows.of(
            entities,
            "select l.id, l.file_name, l.rows, l.entered, l.known, l.not_read,"
                + " cast(l.mapping as text) mapping, cast(l.problems as text) problems, l.entered_at,"
                + " l.entered_by from proffer.opt_out_list l where l.client_id = :client"
                + " order by l.entered_at desc limit :most")
        .setParameter("client", clientId)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(
            row ->
                new OptOutClocks.ListEntered(
                    (UUID) row[0],
                    (String) row[1],
                    ((Number) row[2]).longValue(),
                    ((Number) row[3]).longValue(),
                    ((Number) row[4]).longValue(),
                    ((Number) row[5]).longValue(),
                    JsonText.object((String) row[6]),
                    problems(JsonText.object("{\"problems\":" + row[7] + "}")),
                    (Instant) row[8],
                    (String) row[9]))
        .toList();
  }

  private static List<RowProblem> problems(JsonObject json) {
    return json.getJsonArray("problems").getValuesAs(JsonObject.class).stream()
        .map(
            problem ->
                new RowProblem(
                    ListKind.OPT_OUTS,
                    problem.getJsonNumber("line").longValue(),
                    problem.getString("column"),
                    problem.getString("what"),
                    problem.getString("next")))
        .toList();
  }
}
