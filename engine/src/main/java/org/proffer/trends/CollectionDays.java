package org.proffer.trends;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When messages were collected, as far as the messages show it, and when not.
 *
 * <p>A source covers the days from its first message to its last. Some dates are false: of ten
 * messages or more, the outermost at each end, up to half a percent and at least one, does not
 * count if more than a year lies between it and the next. Within that, days without any message are
 * a gap where so many days so empty are not to be expected: at least two, on which the mean of the
 * covered days would have brought {@value #EXPECTED} messages, and longer than three times the
 * usual (median) run of empty days. A gap counts as not collected, whatever its cause: a pause of
 * the senders and a pause of the collector look alike.
 *
 * @param covers one a source, in the order in which they begin
 * @param gaps in order
 */
public record CollectionDays(List<Cover> covers, List<Gap> gaps) {
  private static final int EXPECTED = 7;
  private static final int TIMES_USUAL = 3;
  private static final int RUNS = 5;
  private static final int TRIMMED = 200;
  private static final int FEW = 10;
  private static final int YEAR = 366;

  public CollectionDays {
    covers = List.copyOf(covers);
    gaps = List.copyOf(gaps);
  }

  /**
   * The days of a source.
   *
   * @param first the first day, included
   * @param last the last day, included
   * @param messages with a day, also those outside
   */
  public record Cover(String source, LocalDate first, LocalDate last, long messages) {
    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /**
   * Days that count as not collected.
   *
   * @param first the first day, included
   * @param last the last day, included
   * @param covered whether a source covers them; else they lie between two sources
   */
  public record Gap(LocalDate first, LocalDate last, boolean covered) {
    /** How many days. */
    public long days() {
      return ChronoUnit.DAYS.between(first, last) + 1;
    }

    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /**
   * When messages were collected, as they show it.
   *
   * @param cells all that were collected
   */
  public static CollectionDays of(List<TrendCell> cells) {
    Map<String, NavigableMap<LocalDate, Long>> bySource = new HashMap<>();
    NavigableMap<LocalDate, Long> days = new TreeMap<>();
    for (TrendCell cell : cells) {
      LocalDate day = cell.day();
      if (day != null) {
        bySource
            .computeIfAbsent(cell.source(), same -> new TreeMap<>())
            .merge(day, cell.messages(), Long::sum);
        days.merge(day, cell.messages(), Long::sum);
      }
    }
    List<Cover> covers = new ArrayList<>();
    bySource.forEach((source, counts) -> covers.add(cover(source, counts)));
    covers.sort(
        Comparator.comparing(Cover::first).thenComparing(Cover::last).thenComparing(Cover::source));
    return new CollectionDays(covers, gaps(covers, days));
  }

  private static Cover cover(String source, NavigableMap<LocalDate, Long> days) {
    long all = days.values().stream().mapToLong(Long::longValue).sum();
    long outside = all < FEW ? 0 : Math.max(1, all / TRIMMED);
    return new Cover(source, within(days, outside), within(days.descendingMap(), outside), all);
  }

  /** The first day that is not cut off from the others by more than a year. */
  private static LocalDate within(NavigableMap<LocalDate, Long> days, long outside) {
    LocalDate first = days.firstKey();
    long before = 0;
    for (Map.Entry<LocalDate, Long> each : days.entrySet()) {
      before += each.getValue();
      LocalDate next = days.higherKey(each.getKey());
      if (before > outside || next == null) {
        return first;
      }
      if (Math.abs(ChronoUnit.DAYS.between(each.getKey(), next)) > YEAR) {
        first = next;
      }
    }
    return first;
  }

  private static List<Gap> gaps(List<Cover> covers, NavigableMap<LocalDate, Long> days) {
    List<Gap> runs = new ArrayList<>();
    List<Gap> between = new ArrayList<>();
    LocalDate reached = null;
    long covered = 0;
    long messages = 0;
    for (Cover cover : covers) {
      LocalDate from = cover.first();
      if (reached != null && from.isAfter(reached.plusDays(1))) {
        between.add(new Gap(reached.plusDays(1), from.minusDays(1), false));
      }
      if (reached == null || cover.last().isAfter(reached)) {
        LocalDate begin = reached == null || from.isAfter(reached) ? from : reached.plusDays(1);
        runs.addAll(empty(begin, cover.last(), days));
        covered += ChronoUnit.DAYS.between(begin, cover.last()) + 1;
        messages +=
            days.subMap(begin, true, cover.last(), true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        reached = cover.last();
      }
    }
    long usual = usual(runs);
    double mean = covered == 0 ? 0 : (double) messages / covered;
    List<Gap> gaps = new ArrayList<>(between);
    for (Gap run : runs) {
      if (run.days() >= 2 && run.days() * mean >= EXPECTED && run.days() > TIMES_USUAL * usual) {
        gaps.add(run);
      }
    }
    gaps.sort(Comparator.comparing(Gap::first));
    return gaps;
  }

  private static List<Gap> empty(
      LocalDate from, LocalDate until, NavigableMap<LocalDate, Long> days) {
    List<Gap> runs = new ArrayList<>();
    LocalDate after = from;
    for (LocalDate day : days.subMap(from, true, until, true).keySet()) {
      if (day.isAfter(after)) {
        runs.add(new Gap(after, day.minusDays(1), true));
      }
      after = day.plusDays(1);
    }
    if (!after.isAfter(until)) {
      runs.add(new Gap(after, until, true));
    }
    return runs;
  }

  /** The median length of a run of empty days; 0 where there are too few to tell. */
  private static long usual(List<Gap> runs) {
    if (runs.size() < RUNS) {
      return 0;
    }
    long[] lengths = runs.stream().mapToLong(Gap::days).sorted().toArray();
    return lengths[lengths.length / 2];
  }

  /** Whether messages of that day were collected. */
  public boolean isCollected(LocalDate day) {
    return covers.stream().anyMatch(cover -> cover.holds(day))
        && gaps.stream().noneMatch(gap -> gap.holds(day));
  }

  /** The days from the first to before the last that were collected. */
  long collected(LocalDate from, LocalDate before) {
    long days = 0;
    for (LocalDate day = from; day.isBefore(before); day = day.plusDays(1)) {
      days += isCollected(day) ? 1 : 0;
    }
    return days;
  }

  /** The sources that cover any of the days, both ends included. */
  Set<String> sources(LocalDate from, LocalDate until) {
    Set<String> sources = new TreeSet<>();
    for (Cover cover : covers) {
      if (!cover.first().isAfter(until) && !cover.last().isBefore(from)) {
        sources.add(cover.source());
      }
    }
    return sources;
  }

  /**
   * The days on which somebody says that collection went on without a break.
   *
   * @param from the first day, included
   * @param until the last day, included
   */
  public static CollectionDays stated(LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + until);
    }
    return new CollectionDays(List.of(new Cover("as stated", from, until, 0)), List.of());
  }
}
