package org.proffer.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template.
 *
 * @param shipped whether it came with the portal
 * @param note why it was written
 * @param publishedAt since when documents are made of it; null before
 */
public record TemplateView(
    UUID id,
    DocumentKind kind,
    int version,
    String body,
    boolean shipped,
    String note,
    Instant savedAt,
    String savedBy,
    @Nullable Instant publishedAt,
    String publishedBy) {

  /** Whether documents can be made of it. */
  public boolean published() {
    return publishedAt != null;
  }
}
