package org.proffer.documents;

import java.util.List;

/**
 * Everything the CAN-SPAM audit report of a case prints, as words; nothing is computed while it is
 * drawn.
 *
 * @param court name of the court
 * @param docketNumber or the words that there is none
 * @param producedAt day and time, UTC
 * @param producedBy name and role
 * @param period of the messages, in words
 * @param totals label and count, in the order of the page
 * @param items evidence items
 * @param requirements counts of each requirement
 * @param violations messages with a violated requirement, as many as are printed
 * @param violationsNotPrinted how many more stand in the attached list only
 * @param demonstration whether the case is synthetic
 */
public record AuditReport(
    String court,
    String caseTitle,
    String docketNumber,
    String judge,
    String producedAt,
    String producedBy,
    String ruleVersion,
    String period,
    List<Total> totals,
    List<Item> items,
    List<Requirement> requirements,
    List<Violation> violations,
    long violationsNotPrinted,
    boolean demonstration) {
  public AuditReport {
    totals = List.copyOf(totals);
    items = List.copyOf(items);
    requirements = List.copyOf(requirements);
    violations = List.copyOf(violations);
  }

  /** A count with its label. */
  public record Total(String label, String count) {}

  /** An evidence item in the scope. */
  public record Item(
      String number, String fileName, String bytes, String sha256, String received) {}

  /** Counts of one requirement. */
  public record Requirement(
      String id,
      String citation,
      String heading,
      String violated,
      String undetermined,
      String met) {}

  /** A message with a violated requirement. */
  public record Violation(
      String sent, String from, String subject, String requirements, String sha256) {}
}
