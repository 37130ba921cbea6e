package org.proffer.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.cases.CaseId;

/** A document as it is stored, with its newest version. */
@Entity
@NullUnmarked
class Document {
  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  String kind;
  String title;
  UUID subject;
  int version;

  @Enumerated(EnumType.STRING)
  DocumentStatus status;

  @Column(name = "status_at")
  Instant statusAt;

  @Column(name = "status_by")
  String statusBy;

  @Column(name = "status_note")
  String statusNote = "";

  @Column(name = "filed_on")
  LocalDate filedOn;

  @Column(name = "docket_entry")
  String docketEntry = "";

  @Column(name = "file_name")
  String fileName;

  @Column(name = "produced_at")
  Instant producedAt;

  @Column(name = "produced_by")
  String producedBy;

  String sha256;
  long length;
  int pages;

  protected Document() {}

  Document(UUID id) {
    this.id = id;
  }

  void becomes(DocumentStatus next, Instant at, String by, String note) {
    status = next;
    statusAt = at;
    statusBy = by;
    statusNote = note;
  }

  void show(DocumentVersion newest) {
    version = newest.version;
    producedAt = newest.madeAt;
    producedBy = newest.madeBy;
    sha256 = newest.sha256;
    length = newest.length;
    pages = newest.pages;
  }

  DocumentView view() {
    return new DocumentView(
        new DocumentId(id),
        new CaseId(caseId),
        DocumentKind.valueOf(kind),
        subject,
        title,
        version,
        status,
        statusAt,
        statusBy == null ? "" : statusBy,
        statusNote,
        filedOn,
        docketEntry,
        fileName,
        producedAt,
        producedBy,
        sha256,
        length,
        pages);
  }
}
