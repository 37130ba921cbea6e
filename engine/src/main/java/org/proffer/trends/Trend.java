package org.proffer.trends;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Messages over time. Every message stands in one step or among the undated, so that the steps and
 * the undated make up the whole. Days are in UTC; a copy of a message counts as a message.
 *
 * @param step how far apart the steps are
 * @param whole all messages
 * @param undated those without a day
 * @param steps in order: every step from the first day covered to the last, also those without a
 *     message, and those with a message outside
 * @param collection when messages were collected
 */
public record Trend(
    Step step, Count whole, Count undated, List<TrendStep> steps, CollectionDays collection) {
  /** Steps that a chart holds well. */
  private static final int STEPS = 100;

  /** Steps beyond which a coarser one is taken. */
  private static final int MOST = 1_500;

  public Trend {
    steps = List.copyOf(steps);
  }

  /**
   * A step.
   *
   * @param from the first day, included
   * @param until the last day, included
   * @param collected of its days, those on which messages were collected
   * @param covered whether a source covers any of its days, or it lies between two that were; what
   *     does not is outside the picture
   */
  public record TrendStep(
      LocalDate from, LocalDate until, Count count, long collected, boolean covered) {
    /** Its days. */
    public long days() {
      return ChronoUnit.DAYS.between(from, until) + 1;
    }
  }

  /** The trend of messages that are all that were collected. */
  public static Trend of(List<TrendCell> cells, @Nullable Step asked) {
    return of(cells, CollectionDays.of(cells), asked);
  }

  /**
   * The trend of messages.
   *
   * @param collection when messages were collected, whether they are among these or not
   * @param asked null for the finest with which there are not too many steps; one that makes more
   *     than {@value #MOST} steps is made coarser
   */
  public static Trend of(List<TrendCell> cells, CollectionDays collection, @Nullable Step asked) {
    LocalDate first = null;
    LocalDate last = null;
    for (CollectionDays.Cover cover : collection.covers()) {
      first = first == null || cover.first().isBefore(first) ? cover.first() : first;
      last = last == null || cover.last().isAfter(last) ? cover.last() : last;
    }
    Count whole = Count.of(cells);
    Count undated = Count.of(cells.stream().filter(cell -> cell.day() == null).toList());
    if (first == null || last == null) {
      return new Trend(asked == null ? Step.DAY : asked, whole, undated, List.of(), collection);
    }
    Step step = step(asked, first, last);
    NavigableMap<LocalDate, List<TrendCell>> byStep = new TreeMap<>();
    for (LocalDate at = step.first(first); !at.isAfter(last); at = step.next(at)) {
      byStep.put(at, new ArrayList<>());
    }
    for (TrendCell cell : cells) {
      LocalDate day = cell.day();
      if (day != null) {
        byStep.computeIfAbsent(step.first(day), same -> new ArrayList<>()).add(cell);
      }
    }
    List<TrendStep> steps = new ArrayList<>();
    for (var each : byStep.entrySet()) {
      LocalDate next = step.next(each.getKey());
      steps.add(
          new TrendStep(
              each.getKey(),
              next.minusDays(1),
              Count.of(each.getValue()),
              collection.collected(each.getKey(), next),
              next.isAfter(first) && !each.getKey().isAfter(last)));
    }
    return new Trend(step, whole, undated, steps, collection);
  }

  private static Step step(@Nullable Step asked, LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (asked == null) {
      return days <= STEPS ? Step.DAY : days <= 7 * STEPS ? Step.WEEK : Step.MONTH;
    }
    if (asked == Step.DAY && days > MOST) {
      return days > 7 * MOST ? Step.MONTH : Step.WEEK;
    }
    return asked == Step.WEEK && days > 7 * MOST ? Step.MONTH : asked;
  }

  /** The steps of a picture: without those outside what was covered. */
  public List<TrendStep> pictured() {
    return steps.stream().filter(TrendStep::covered).toList();
  }
}
