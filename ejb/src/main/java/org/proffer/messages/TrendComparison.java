package org.proffer.messages;

import java.util.List;
import org.proffer.trends.BeforeAfter;

/**
 * Messages before and after a day, in all and of each kind.
 *
 * @param stated whether somebody stated when collection went on, in place of what the messages show
 * @param measures all messages first
 */
public record TrendComparison(boolean stated, List<Measure> measures) {
  public TrendComparison {
    measures = List.copyOf(measures);
  }

  /**
   * What was counted.
   *
   * @param query that finds the messages counted; empty for all
   */
  public record Measure(String label, String query, BeforeAfter result) {}
}
