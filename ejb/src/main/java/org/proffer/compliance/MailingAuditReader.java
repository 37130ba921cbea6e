package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.proffer.mailings.ListKind;
import org.proffer.platform.JsonText;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;

/** Reads the rows of audits; asks nobody. */
@ApplicationScoped
class MailingAuditReader {
  private static final String COLUMNS =
      "select a.id, a.client_id, a.programme_id, a.title, a.state, cast(a.settings as text),"
          + " cast(a.tally as text), a.problem, a.all_findings, a.created_at, a.created_by,"
          + " a.started_at, a.ended_at from proffer.mailing_audit a ";

  @PersistenceContext private EntityManager entities;

  /** An audit with its lists. */
  MailingAuditView find(UUID id) {
    List<Object[]> rows =
        NativeRows.of(entities, COLUMNS + "where a.id = :id")
            .setParameter("id", id)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("mailing audit", id);
    }
    return view(rows.get(0), lists(id));
  }

  /** The audits of a client, newest first, without their lists. */
  List<MailingAuditView> of(UUID clientId) {
    return NativeRows.of(
            entities, COLUMNS + "where a.client_id = :client order by a.created_at desc")
        .setParameter("client", clientId)
        .getResultList()
        .stream()
        .map(row -> view(row, List.of()))
        .toList();
  }

  private List<MailingAuditView.GivenList> lists(UUID id) {
    return NativeRows.of(
            entities,
            "select l.list, l.file_name, l.sha256, l.length, cast(l.header as text),"
                + " cast(l.mapping as text) from proffer.mailing_audit_list l where l.audit_id = :id")
        .setParameter("id", id)
        .getResultList()
        .stream()
        .map(
            row ->
                new MailingAuditView.GivenList(
                    ListKind.valueOf((String) row[0]),
                    (String) row[1],
                    (String) row[2],
                    ((Number) row[3]).longValue(),
                    MailingAudits.strings((String) row[4]),
                    JsonText.object((String) row[5])))
        .sorted(java.util.Comparator.comparing(MailingAuditView.GivenList::kind))
        .toList();
  }

  private static MailingAuditView view(Object[] row, List<MailingAuditView.GivenList> lists) {
    return new MailingAuditView(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (String) row[3],
        MailingAuditView.State.valueOf((String) row[4]),
        JsonText.object((String) row[5]),
        row[6] == null ? null : JsonText.object((String) row[6]),
        (String) row[7],
        (String) row[8],
        (Instant) row[9],
        (String) row[10],
        (Instant) row[11],
        (Instant) row[12],
        lists);
  }
}
