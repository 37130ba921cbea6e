package org.proffer.proof;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How far one element of one count is supported against one defendant.
 *
 * @param rule the rule that decided
 * @param deciding the facts that decided: those the support rests on, or those that do not stand
 * @param hinges the evidence items and witnesses any one of which carries all of it; empty unless
 *     the rule is {@link ProofRule#ONE_SOURCE}
 */
public record Cell(
    String count,
    String element,
    String defendant,
    ProofRule rule,
    List<Fact> deciding,
    List<Evidence> hinges) {

  private static final int FACTS_QUOTED = 3;

  public Cell {
    deciding = List.copyOf(deciding);
    hinges = List.copyOf(hinges);
  }

  /** Red, amber or green. */
  public Support support() {
    return rule.support();
  }

  /** The rule, what everything hinges on, and the first deciding facts, in sentences. */
  public String reason() {
    StringBuilder reason = new StringBuilder(rule.words());
    if (!hinges.isEmpty()) {
      reason
          .append(hinges.size() == 1 ? " Everything hinges on " : " Everything hinges on each of ")
          .append(hinges.stream().map(Evidence::words).collect(Collectors.joining(", ")))
          .append('.');
    }
    if (!deciding.isEmpty()) {
      reason
          .append(' ')
          .append(
              deciding.stream()
                  .limit(FACTS_QUOTED)
                  .map(Fact::words)
                  .collect(Collectors.joining("; ")));
      if (deciding.size() > FACTS_QUOTED) {
        reason.append(" and ").append(deciding.size() - FACTS_QUOTED).append(" more");
      }
      reason.append('.');
    }
    return reason.toString();
  }
}
