package org.proffer.law.fraud;

import java.time.LocalDate;
import java.util.List;
import org.proffer.law.Certainty;

/**
 * The last day to charge, and how it was counted.
 *
 * @param lastDay included
 * @param citation of the period
 * @param steps one line a step, each beginning with its day
 * @param certainty how sure the day is
 */
public record LimitationDate(
    LocalDate lastDay, String citation, List<String> steps, Certainty certainty) {
  public LimitationDate {
    steps = List.copyOf(steps);
  }
}
