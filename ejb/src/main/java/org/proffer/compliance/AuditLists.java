package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.proffer.access.Caller;
import org.proffer.audit.AuditTrail;
import org.proffer.evidence.StoredObject;
import org.proffer.mailings.ColumnMapping;
import org.proffer.mailings.ListKind;
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
    String json = MailingAudits.json(mapping.headings()).toString();
    entities
        .createNativeQuery(
            "update proffer.mailing_audit_list set mapping = cast(:mapping as jsonb)"
                + " where audit_id = :audit and list = :list")
        .setParameter("mapping", json)
        .setParameter("audit", audited.id())
        .setParameter("list", kind.name())
        .executeUpdate();
    entities
        .createNativeQuery(
            "insert into proffer.column_mapping (client_id, list, header, mapping, saved_at, saved_by)"
                + " values (:client, :list, cast(:header as jsonb), cast(:mapping as jsonb), :at, :by)"
                + " on conflict (client_id, list, header) do update set mapping = excluded.mapping,"
                + " saved_at = excluded.saved_at, saved_by = excluded.saved_by")
        .setParameter("client", audited.clientId())
        .setParameter("list", kind.name())
        .setParameter("header", MailingAudits.json(header).toString())
        .setParameter("mapping", json)
        .setParameter("at", clock.instant())
        .setParameter("by", caller.login())
        .executeUpdate();
  }
}
