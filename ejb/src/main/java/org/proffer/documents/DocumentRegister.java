package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.evidence.StoredObject;
import org.proffer.platform.Ids;
import org.proffer.restrictions.InheritedMarks;

/** Enters a document that lies in the vault, with its audit row, in one transaction. */
@ApplicationScoped
@Transactional
class DocumentRegister {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private InheritedMarks marks;
  @Inject private Clock clock;

  DocumentView enter(
      CaseId caseId,
      String title,
      String fileName,
      StoredObject object,
      int pages,
      Instant at,
      String by) {
    Document document = new Document(Ids.next(clock));
    document.caseId = caseId.value();
    document.kind = "AUDIT_REPORT";
    document.title = title;
    document.fileName = fileName;
    document.producedAt = at;
    document.producedBy = by;
    document.sha256 = object.sha256();
    document.length = object.length();
    document.pages = pages;
    entities.persist(document);
    entities.flush();
    marks.ofCase(document.caseId, document.id, "document");
    audit.record(by, "PRODUCE_DOCUMENT", caseId.value(), "document", document.id, pages + " pages");
    return document.view();
  }
}
