package org.proffer.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.proffer.cases.CaseId;

/**
 * A bundle: papers in one file with index, slip sheets, bookmarks, page labels and Bates numbers.
 *
 * @param first number on its first page, with prefix
 * @param last number on its last page, with prefix
 * @param parts what is in it, a line each
 * @param partIds what is in it, in its order; empty for one that was made before this was kept
 * @param conforms whether it is PDF/A-3a and PDF/UA-1; with papers of others it often cannot be
 */
public record BundleView(
    UUID id,
    CaseId caseId,
    String title,
    String first,
    String last,
    String parts,
    boolean conforms,
    String fileName,
    String sha256,
    long length,
    int pages,
    Instant madeAt,
    String madeBy,
    List<UUID> partIds) {
  public BundleView {
    partIds = List.copyOf(partIds);
  }
}
