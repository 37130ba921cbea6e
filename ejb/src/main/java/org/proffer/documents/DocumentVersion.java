package org.proffer.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A version of a document as it was made; only what is found out about its file is added later. */
@Entity
@Table(name = "document_version")
@NullUnmarked
class DocumentVersion {
  @Id UUID id;

  @Column(name = "document_id")
  UUID documentId;

  @Column(name = "case_id")
  UUID caseId;

  int version;

  @Column(name = "made_at")
  Instant madeAt;

  @Column(name = "made_by")
  String madeBy;

  @Column(name = "template_id")
  UUID templateId;

  String form;
  String html;
  String data;
  String sha256;
  long length;
  int pages;

  @Enumerated(EnumType.STRING)
  Conformity conformity;

  String broken = "";

  @Column(name = "signed_by")
  String signedBy = "";

  protected DocumentVersion() {}

  DocumentVersion(UUID id) {
    this.id = id;
  }

  /** What veraPDF says of the file. */
  enum Conformity {
    /** Not asked yet. */
    PENDING,
    /** It is PDF/A-3a and PDF/UA-1. */
    PASSED,
    /** It is not; such a file is not released. */
    FAILED
  }

  VersionView view() {
    return new VersionView(
        version,
        madeAt,
        madeBy,
        pages,
        length,
        sha256,
        conformity == Conformity.PASSED,
        broken.isEmpty() ? List.of() : broken.lines().toList(),
        signedBy);
  }
}
