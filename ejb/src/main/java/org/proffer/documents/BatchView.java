package org.proffer.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.proffer.cases.CaseId;

/**
 * Many documents made at once.
 *
 * @param running whether its job works now
 * @param made how many are made
 * @param left how many nobody tried yet
 * @param failed those that could not be made, each with why
 */
public record BatchView(
    UUID id,
    CaseId caseId,
    DocumentKind kind,
    Instant startedAt,
    String startedBy,
    boolean running,
    long made,
    long left,
    List<Failed> failed) {
  public BatchView {
    failed = List.copyOf(failed);
  }

  /**
   * A document that could not be made.
   *
   * @param subject what it would be about
   */
  public record Failed(UUID subject, String problem) {}
}
