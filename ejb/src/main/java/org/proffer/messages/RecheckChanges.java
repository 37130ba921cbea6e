package org.proffer.messages;

import java.util.List;
import org.proffer.law.Verdict;

/**
 * What a re-check changed.
 *
 * @param verdicts messages by their gravest finding, before and after; also those that stayed
 * @param requirements duties whose verdict is another than before, with the messages counted
 */
public record RecheckChanges(List<Change> verdicts, List<RequirementChange> requirements) {
  public RecheckChanges {
    verdicts = List.copyOf(verdicts);
    requirements = List.copyOf(requirements);
  }

  /** Messages that went from one gravest verdict to another, or stayed. */
  public record Change(Verdict was, Verdict became, long messages) {}

  /** Messages of which one duty went from one verdict to another. */
  public record RequirementChange(String requirement, Verdict was, Verdict became, long messages) {}

  /** Messages of this gravest verdict before. */
  public long before(Verdict verdict) {
    return verdicts.stream().filter(c -> c.was() == verdict).mapToLong(Change::messages).sum();
  }

  /** Messages of this gravest verdict after. */
  public long after(Verdict verdict) {
    return verdicts.stream().filter(c -> c.became() == verdict).mapToLong(Change::messages).sum();
  }
}
