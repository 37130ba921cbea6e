package org.proffer.documents;

import java.time.Instant;
import java.util.List;

/**
 * A version of a document.
 *
 * @param conforms whether it was found to be PDF/A-3a and PDF/UA-1
 * @param broken the rules it breaks; empty if it conforms or was not checked yet
 * @param signedBy the name in its signature; empty if it has none
 */
public record VersionView(
    int version,
    Instant madeAt,
    String madeBy,
    int pages,
    long length,
    String sha256,
    boolean conforms,
    List<String> broken,
    String signedBy) {
  public VersionView {
    broken = List.copyOf(broken);
  }
}
