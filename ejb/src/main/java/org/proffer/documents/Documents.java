package org.proffer.documents;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.evidence.Fixity;
import org.proffer.evidence.StoredObject;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;
import org.proffer.platform.NotFound;

/** Documents of a case: produced, listed, handed out. */
@Stateless
public class Documents {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final AuditReportPdf AUDIT_REPORT = new AuditReportPdf();

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditReportData data;
  @Inject private DocumentRegister register;
  @Inject private Vault vault;
  @Inject private Fixity fixity;
  @Inject private Clock clock;

  /**
   * Produces the CAN-SPAM audit report of a case as it stands.
   *
   * @throws org.proffer.evidence.ItemDamaged if bytes of the case are not those that were received
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentView produceAuditReport(CaseId caseId) {
    Actor actor = access.require(Action.PRODUCE_DOCUMENT, caseId.value());
    fixity.requireSound(caseId);
    Instant at = clock.instant();
    AuditReport report = data.report(caseId, at, actor);
    Attachment messages =
        new Attachment(
            "messages.csv",
            "text/csv",
            "Every message of the case with its findings",
            data.messages(caseId));
    try (Vault.Arrival arrival = vault.arrive()) {
      int pages = AUDIT_REPORT.write(report, List.of(messages), at, arrival);
      StoredObject object = arrival.keep();
      String fileName = "can-spam-audit-report-" + STAMP.format(at) + ".pdf";
      return register.enter(
          caseId, "CAN-SPAM audit report", fileName, object, pages, at, actor.login());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a case, newest first. */
  public List<DocumentView> of(CaseId caseId) {
    access.require(Action.READ_DOCUMENT, caseId.value());
    return entities
        .createQuery(
            "from Document d where d.caseId = :case order by d.producedAt desc", Document.class)
        .setParameter("case", caseId.value())
        .getResultList()
        .stream()
        .map(Document::view)
        .toList();
  }

  /** One document. */
  public DocumentView get(DocumentId id) {
    access.require(Action.READ_DOCUMENT);
    Document document = entities.find(Document.class, id.value());
    if (document == null) {
      throw new NotFound("document", id);
    }
    access.require(Action.READ_DOCUMENT, document.caseId, "document", id);
    return document.view();
  }

  /** The bytes of a document; an audit row says who took them. */
  public ByteSource download(DocumentId id) {
    DocumentView document = get(id);
    audit.record(
        access.actor().login(),
        "DOWNLOAD_DOCUMENT",
        document.caseId().value(),
        "document",
        id,
        document.length() + " bytes");
    return vault.open(document.sha256());
  }
}
