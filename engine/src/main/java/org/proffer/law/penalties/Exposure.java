package org.proffer.law.penalties;

import java.util.List;
import org.proffer.law.Usd;

/**
 * The most that one plaintiff can be awarded for messages; actual monetary loss, where it is
 * greater, is not counted, nor are costs and fees.
 *
 * @param plaintiff who sues
 * @param single the ceiling without multiplication
 * @param maximum the ceiling after multiplication for willful or aggravated violations
 * @param lines the computation, a line a step, each with its source
 * @param confirmed whether every amount was confirmed in a source
 */
public record Exposure(
    Plaintiff plaintiff, Usd single, Usd maximum, List<String> lines, boolean confirmed) {

  /** Stands beside every figure. */
  public static final String LABEL = "maximum, not prediction";

  public Exposure {
    lines = List.copyOf(lines);
  }
}
