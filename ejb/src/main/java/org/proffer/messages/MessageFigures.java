package org.proffer.messages;

import java.time.LocalDate;
import java.util.List;

/**
 * What the messages that match are made of; every figure is that of the rows its query finds.
 *
 * @param messages how many
 * @param unit of a step on the time line: day, week, month or year
 * @param times steps with messages, in order
 * @param undated messages whose date cannot be told
 * @param domains the most frequent domains of senders, most frequent first
 * @param otherDomains messages of all other domains
 * @param withoutDomain messages without one
 * @param verdicts by the gravest finding
 * @param defects by named defect, most frequent first
 */
public record MessageFigures(
    long messages,
    String unit,
    List<Step> times,
    long undated,
    List<Figure> domains,
    long otherDomains,
    long withoutDomain,
    List<Figure> verdicts,
    List<Figure> defects) {
  public MessageFigures {
    times = List.copyOf(times);
    domains = List.copyOf(domains);
    verdicts = List.copyOf(verdicts);
    defects = List.copyOf(defects);
  }

  /**
   * A step on the time line.
   *
   * @param from first day, UTC
   * @param until last day, included
   */
  public record Step(LocalDate from, LocalDate until, long messages) {}

  /** How many messages are of something. */
  public record Figure(String name, long messages) {}
}
