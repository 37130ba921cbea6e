package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.proffer.audit.AuditTrail;
import org.proffer.clients.ClientView;
import org.proffer.evidence.StoredObject;
import org.proffer.platform.Ids;

/** Enters reports that were drawn. */
@ApplicationScoped
class DeskReportRegister {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  @Transactional
  UUID enter(
      ClientView client,
      String fileName,
      StoredObject object,
      int pages,
      JsonObject content,
      String attestedBy,
      Instant at,
      String by) {
    UUID id = Ids.next(clock);
    entities
        .createNativeQuery(
            "insert into proffer.desk_report (id, client_id, title, file_name, sha256, length, pages,"
                + " content, attested_by, produced_at, produced_by) values (:id, :client, :title, :name,"
                + " :sha256, :length, :pages, cast(:content as jsonb), :attested, :at, :by)")
        .setParameter("id", id)
        .setParameter("client", client.id())
        .setParameter("title", "CAN-SPAM compliance report")
        .setParameter("name", fileName)
        .setParameter("sha256", object.sha256())
        .setParameter("length", object.length())
        .setParameter("pages", pages)
        .setParameter("content", content.toString())
        .setParameter("attested", attestedBy)
        .setParameter("at", at)
        .setParameter("by", by)
        .executeUpdate();
    audit.record(by, "PRODUCE_REPORT", null, "desk-report", id, pages + " pages");
    return id;
  }

  /** Keeps the signed copy of a report. */
  @Transactional
  void sign(DeskReports.ReportView report, StoredObject signed, String by) {
    entities
        .createNativeQuery(
            "insert into proffer.desk_report_signature (report_id, client_id, sha256, length,"
                + " signed_at, signed_by) values (:report, :client, :sha256, :length, :at, :by)")
        .setParameter("report", report.id())
        .setParameter("client", report.clientId())
        .setParameter("sha256", signed.sha256())
        .setParameter("length", signed.length())
        .setParameter("at", clock.instant())
        .setParameter("by", by)
        .executeUpdate();
    audit.record(by, "SIGN_REPORT", null, "desk-report", report.id(), signed.sha256());
  }
}
