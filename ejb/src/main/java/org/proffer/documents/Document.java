package org.proffer.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.cases.CaseId;

/** A document as it is stored; never changed. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@NullUnmarked
class Document {
  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  String kind;
  String title;

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

  DocumentView view() {
    return new DocumentView(
        new DocumentId(id),
        new CaseId(caseId),
        title,
        fileName,
        producedAt,
        producedBy,
        sha256,
        length,
        pages);
  }
}
