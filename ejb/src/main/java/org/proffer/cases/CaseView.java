package org.proffer.cases;

import java.time.Instant;
import java.util.List;

/**
 * A case as its members see it.
 *
 * @param docketNumber empty while there is none
 * @param judge empty where not assigned
 * @param demonstration whether the case is synthetic
 * @param sealed whether the court sealed it
 * @param members logins, in order
 * @param version for the next edit
 */
public record CaseView(
    CaseId id,
    String title,
    Court court,
    String docketNumber,
    String judge,
    CaseStatus status,
    boolean demonstration,
    boolean sealed,
    Instant openedAt,
    String openedBy,
    List<String> members,
    int version) {
  public CaseView {
    members = List.copyOf(members);
  }
}
