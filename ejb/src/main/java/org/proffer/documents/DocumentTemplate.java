package org.proffer.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A version of a template as it is stored. */
@Entity
@Table(name = "document_template")
@NullUnmarked
class DocumentTemplate {
  @Id UUID id;
  String kind;
  int version;
  String body;
  String origin;
  String note = "";

  @Column(name = "saved_at")
  Instant savedAt;

  @Column(name = "saved_by")
  String savedBy;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "published_by")
  String publishedBy;

  protected DocumentTemplate() {}

  DocumentTemplate(UUID id) {
    this.id = id;
  }

  TemplateView view() {
    return new TemplateView(
        id,
        DocumentKind.valueOf(kind),
        version,
        body,
        origin.equals("SHIPPED"),
        note,
        savedAt,
        savedBy,
        publishedAt,
        publishedBy == null ? "" : publishedBy);
  }
}
