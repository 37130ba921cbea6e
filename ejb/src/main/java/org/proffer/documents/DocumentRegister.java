package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.evidence.StoredObject;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.restrictions.InheritedMarks;

/**
 * Enters documents whose files lie in the vault, and moves them on, each with its audit row in one
 * transaction.
 */
@ApplicationScoped
@Transactional
class DocumentRegister {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private InheritedMarks marks;
  @Inject private Clock clock;

  /**
   * A version that was made.
   *
   * @param form what the drafter wrote, JSON
   * @param html the body with the source of each value
   * @param data sources and statements, JSON
   */
  record Made(
      UUID template,
      String form,
      String html,
      String data,
      StoredObject object,
      int pages,
      Instant at,
      String by) {}

  DocumentView enter(
      CaseId caseId,
      String title,
      String fileName,
      StoredObject object,
      int pages,
      Instant at,
      String by) {
    Document document = row(caseId, DocumentKind.AUDIT_REPORT, null, title, fileName);
    document.status = DocumentStatus.FINAL;
    document.producedAt = at;
    document.producedBy = by;
    document.sha256 = object.sha256();
    document.length = object.length();
    document.pages = pages;
    document.version = 1;
    stored(document, pages, by);
    return document.view();
  }

  private Document row(
      CaseId caseId, DocumentKind kind, @Nullable UUID subject, String title, String fileName) {
    Document document = new Document(Ids.next(clock));
    document.caseId = caseId.value();
    document.kind = kind.name();
    document.subject = subject;
    document.title = title;
    document.fileName = fileName;
    return document;
  }

  private void stored(Document document, int pages, String by) {
    entities.persist(document);
    entities.flush();
    marks.ofCase(document.caseId, document.id, "document");
    audit.record(
        by, "PRODUCE_DOCUMENT", document.caseId, "document", document.id, pages + " pages");
  }

  /**
   * Enters a draft with its first version.
   *
   * @param batch the batch that it is made in; null for none
   * @throws InvalidInput if the batch has a document of this subject
   */
  DocumentView draft(
      CaseId caseId,
      DocumentKind kind,
      @Nullable UUID subject,
      String title,
      String fileName,
      Made made,
      @Nullable UUID batch) {
    Document document = row(caseId, kind, subject, title, fileName);
    document.becomes(DocumentStatus.DRAFT, made.at(), made.by(), "");
    DocumentVersion version = version(document, 1, made);
    document.show(version);
    stored(document, made.pages(), made.by());
    entities.persist(version);
    if (batch != null && !inBatch(batch, document)) {
      throw new InvalidInput(
          "subject", "The batch has a document of this subject.", "Look at what it made.");
    }
    return document.view();
  }

  private boolean inBatch(UUID batch, Document document) {
    return entities
            .createNativeQuery(
                "update proffer.document_batch_item set document_id = :document, problem = ''"
                    + " where batch_id = :batch and subject = :subject and document_id is null")
            .setParameter("document", document.id)
            .setParameter("batch", batch)
            .setParameter("subject", document.subject)
            .executeUpdate()
        == 1;
  }

  private DocumentVersion version(Document document, int number, Made made) {
    DocumentVersion version = new DocumentVersion(Ids.next(clock));
    version.documentId = document.id;
    version.caseId = document.caseId;
    version.version = number;
    version.madeAt = made.at();
    version.madeBy = made.by();
    version.templateId = made.template();
    version.form = made.form();
    version.html = made.html();
    version.data = made.data();
    version.sha256 = made.object().sha256();
    version.length = made.object().length();
    version.pages = made.pages();
    version.conformity = DocumentVersion.Conformity.PENDING;
    return version;
  }

  /**
   * Enters the next version of a draft.
   *
   * @param read the version that was read
   * @throws DocumentChanged if there is a newer one
   */
  DocumentView save(UUID id, int read, Made made) {
    Document document = locked(id);
    if (document.version != read) {
      throw new DocumentChanged(document.title, document.version, document.producedBy);
    }
    require(
        document,
        List.of(DocumentStatus.DRAFT),
        "Make a new document, or have this one given back.");
    DocumentVersion version = version(document, read + 1, made);
    entities.persist(version);
    document.show(version);
    entities.flush();
    marks.ofCase(document.caseId, document.id, "document");
    audit.record(
        made.by(), "SAVE_DOCUMENT", document.caseId, "document", id, "version " + version.version);
    return document.view();
  }

  /**
   * Enters the version that is approved, and its status.
   *
   * @throws DocumentChanged if there is a newer version than the one that was checked
   */
  DocumentView approve(UUID id, int read, Made made, List<String> looked) {
    Document document = locked(id);
    if (document.version != read) {
      throw new DocumentChanged(document.title, document.version, document.producedBy);
    }
    require(document, List.of(DocumentStatus.IN_REVIEW), "Submit it for review first.");
    DocumentVersion version = version(document, read + 1, made);
    version.conformity = DocumentVersion.Conformity.PASSED;
    entities.persist(version);
    document.show(version);
    document.becomes(DocumentStatus.APPROVED, made.at(), made.by(), String.join("\n", looked));
    audit.record(
        made.by(),
        "APPROVE_DOCUMENT",
        document.caseId,
        "document",
        id,
        "version " + version.version);
    return document.view();
  }

  /** Puts a signed file in the place of the approved one, as the next version. */
  DocumentView signed(UUID id, int read, StoredObject object, String name, String by) {
    Document document = locked(id);
    if (document.version != read) {
      throw new DocumentChanged(document.title, document.version, document.producedBy);
    }
    DocumentVersion before = newest(document);
    DocumentVersion version =
        version(
            document,
            read + 1,
            new Made(
                before.templateId,
                before.form,
                before.html,
                before.data,
                object,
                before.pages,
                clock.instant(),
                by));
    version.conformity = DocumentVersion.Conformity.PASSED;
    version.signedBy = name;
    entities.persist(version);
    document.show(version);
    audit.record(
        by, "SIGN_DOCUMENT", document.caseId, "document", id, "version " + version.version);
    return document.view();
  }

  /** Moves a document on. */
  DocumentView move(
      UUID id,
      List<DocumentStatus> from,
      DocumentStatus to,
      String by,
      String note,
      @Nullable LocalDate filedOn,
      String docketEntry) {
    Document document = locked(id);
    require(document, from, "See its status.");
    document.becomes(to, clock.instant(), by, note);
    if (filedOn != null) {
      document.filedOn = filedOn;
      document.docketEntry = docketEntry;
    }
    audit.record(by, "MOVE_DOCUMENT", document.caseId, "document", id, to.name());
    return document.view();
  }

  /** What was found out about the file of a version. */
  void checked(UUID version, List<String> broken) {
    DocumentVersion row = entities.find(DocumentVersion.class, version);
    if (row != null) {
      row.conformity =
          broken.isEmpty() ? DocumentVersion.Conformity.PASSED : DocumentVersion.Conformity.FAILED;
      row.broken = String.join("\n", broken);
    }
  }

  private static void require(Document document, List<DocumentStatus> allowed, String next) {
    if (!allowed.contains(document.status)) {
      throw new NotInThisStatus(document.title, document.status, next);
    }
  }

  private Document locked(UUID id) {
    Document document = entities.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (document == null) {
      throw new NotFound("document", id);
    }
    return document;
  }

  private DocumentVersion newest(Document document) {
    return version(document.id, document.version);
  }

  /** Notes that somebody took a document, in whatever form. */
  void downloaded(DocumentView document, String by, String what) {
    audit.record(
        by, "DOWNLOAD_DOCUMENT", document.caseId().value(), "document", document.id(), what);
  }

  /** The documents of a case, newest first. */
  List<DocumentView> of(CaseId caseId) {
    return entities
        .createQuery(
            "from Document d where d.caseId = :case order by d.producedAt desc", Document.class)
        .setParameter("case", caseId.value())
        .getResultStream()
        .map(Document::view)
        .toList();
  }

  /** A document that the person sees; null if there is none. */
  @Nullable Document find(UUID id) {
    return entities.find(Document.class, id);
  }

  /** A version; detached. */
  DocumentVersion version(UUID document, int number) {
    return entities
        .createQuery(
            "from DocumentVersion v where v.documentId = :document and v.version = :version",
            DocumentVersion.class)
        .setParameter("document", document)
        .setParameter("version", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("version", document + "/" + number));
  }

  List<VersionView> versions(UUID document) {
    return entities
        .createQuery(
            "from DocumentVersion v where v.documentId = :document order by v.version desc",
            DocumentVersion.class)
        .setParameter("document", document)
        .getResultStream()
        .map(DocumentVersion::view)
        .toList();
  }
}
