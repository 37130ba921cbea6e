package org.proffer.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How often messages came after an event, against before: a ratio of two rates with its interval at
 * 95 percent, or the reason why it cannot be told. A change after an event is not a change because
 * of it; that is for a person to argue.
 *
 * <p>Method: the days on which messages were collected are counted outward from the event, which
 * itself belongs to neither side, and put into blocks of seven, so that the days of the week and
 * what comes in bursts of some days stand within a block; days beyond the last full block are left
 * out. The rate of a side is messages a collected day. Counts vary more than chance alone would
 * have it, so the variance of each rate is taken from the blocks themselves, at least that of a
 * Poisson count; the interval of the logarithm of the ratio is that of Welch (1947), Student's t
 * with the degrees of freedom of Satterthwaite (1946). With fewer than {@value #FEW} messages on a
 * side it is the interval of Clopper and Pearson for the share of the messages that came after, of
 * counts divided by their dispersion. What hangs together for longer than a week makes the true
 * uncertainty larger than the interval says.
 *
 * @param event the day of the event
 * @param before the days before it that were used
 * @param after the days after it that were used
 * @param ratio null where it cannot be told
 * @param why empty, or why it cannot be told and what would help
 */
public record BeforeAfter(
    LocalDate event, Side before, Side after, @Nullable Ratio ratio, String why) {
  /** Days of a block. */
  static final int BLOCK = 7;

  /** Blocks on each side that it takes. */
  static final int BLOCKS = 6;

  /** The shortest stretch on each side that can suffice. */
  public static final int SHORTEST = BLOCK * BLOCKS;

  private static final int FEW = 10;
  private static final int AT_THE_EVENT = 3;
  private static final double OUTSIDE = 0.05;

  /**
   * One side of the event.
   *
   * @param from the first day used, included
   * @param until the last day used, included
   * @param messages on the days used
   * @param days used: all were collected
   */
  public record Side(LocalDate from, LocalDate until, long messages, long days) {
    /** Messages a day; 0 without a day. */
    public double rate() {
      return days == 0 ? 0 : (double) messages / days;
    }
  }

  /**
   * The rate after the event divided by that before.
   *
   * @param value infinite where nothing came before
   * @param low the lower bound at 95 percent
   * @param high the upper bound at 95 percent; infinite where nothing came before
   */
  public record Ratio(double value, double low, double high) {
    /** Whether the rates may be the same. */
    public boolean holdsOne() {
      return low <= 1 && high >= 1;
    }

    /** As “0.31 (0.22 to 0.44)”. */
    public String words() {
      return number(value) + " (" + number(low) + " to " + number(high) + ")";
    }

    private static String number(double value) {
      return Double.isInfinite(value)
          ? "unbounded"
          : String.format(Locale.US, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
  }

  /**
   * Compares the days before an event with those after it.
   *
   * @param counts messages of each day, UTC; a day that is missing had none
   * @param collection when messages were collected
   * @param collectors who collected each source; a source that is missing stands for itself
   * @param event a day, UTC
   * @param window days looked at on each side, at least 1
   */
  public static BeforeAfter of(
      Map<LocalDate, Long> counts,
      CollectionDays collection,
      Map<String, String> collectors,
      LocalDate event,
      int window) {
    if (window < 1) {
      throw new IllegalArgumentException("window " + window);
    }
    List<LocalDate> daysBefore = days(collection, event, window, -1);
    List<LocalDate> daysAfter = days(collection, event, window, 1);
    double[] before = blocks(counts, daysBefore);
    double[] after = blocks(counts, daysAfter);
    Side sideBefore = side(event, counts, daysBefore, before.length, -1);
    Side sideAfter = side(event, counts, daysAfter, after.length, 1);
    String why = whyNot(collection, collectors, event, window, before.length, after.length);
    if (why.isEmpty() && sideBefore.messages() + sideAfter.messages() < FEW) {
      why = "There are fewer than " + FEW + " messages on both sides together.";
    }
    return new BeforeAfter(
        event, sideBefore, sideAfter, why.isEmpty() ? ratio(before, after) : null, why);
  }

  private static String whyNot(
      CollectionDays collection,
      Map<String, String> collectors,
      LocalDate event,
      int window,
      int before,
      int after) {
    for (int i = -AT_THE_EVENT; i <= AT_THE_EVENT; i++) {
      if (!collection.isCollected(event.plusDays(i))) {
        return "Nothing shows that messages were collected on "
            + event.plusDays(i)
            + ", at the event itself. If they were, say from when until when.";
      }
    }
    if (before < BLOCKS || after < BLOCKS) {
      return "There are too few days with collection: "
          + before * BLOCK
          + " before and "
          + after * BLOCK
          + " after the event in full weeks, of "
          + SHORTEST
          + " that it takes on each side. Choose a longer stretch, or collect more.";
    }
    Set<String> earlier =
        named(collection.sources(event.minusDays(window), event.minusDays(1)), collectors);
    Set<String> later =
        named(collection.sources(event.plusDays(1), event.plusDays(window)), collectors);
    if (!earlier.equals(later)) {
      return "The messages before come from "
          + String.join(", ", earlier)
          + ", those after from "
          + String.join(", ", later)
          + ": a change may be one of the collection. If one collection went on through the event,"
          + " say from when until when, or record who collected the items.";
    }
    return "";
  }

  private static Set<String> named(Set<String> sources, Map<String, String> collectors) {
    Set<String> names = new TreeSet<>();
    sources.forEach(source -> names.add(collectors.getOrDefault(source, source)));
    return names;
  }

  /** The collected days of a side, outward from the event. */
  private static List<LocalDate> days(
      CollectionDays collection, LocalDate event, int window, int direction) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 1; i <= window; i++) {
      LocalDate day = event.plusDays((long) direction * i);
      if (collection.isCollected(day)) {
        days.add(day);
      }
    }
    return days;
  }

  private static double[] blocks(Map<LocalDate, Long> counts, List<LocalDate> days) {
    double[] blocks = new double[days.size() / BLOCK];
    for (int i = 0; i < blocks.length * BLOCK; i++) {
      blocks[i / BLOCK] += counts.getOrDefault(days.get(i), 0L);
    }
    return blocks;
  }

  private static Side side(
      LocalDate event,
      Map<LocalDate, Long> counts,
      List<LocalDate> days,
      int blocks,
      int direction) {
    List<LocalDate> used = days.subList(0, blocks * BLOCK);
    LocalDate near = used.isEmpty() ? event.plusDays(direction) : used.get(0);
    LocalDate far = used.isEmpty() ? near : used.get(used.size() - 1);
    long messages = used.stream().mapToLong(day -> counts.getOrDefault(day, 0L)).sum();
    return direction < 0
        ? new Side(far, near, messages, used.size())
        : new Side(near, far, messages, used.size());
  }

  private static Ratio ratio(double[] before, double[] after) {
    double sumBefore = sum(before);
    double sumAfter = sum(after);
    double value = sumAfter / after.length / (sumBefore / before.length);
    if (sumBefore < FEW || sumAfter < FEW) {
      return ofFew(before, after, value);
    }
    double one = variance(before, sumBefore);
    double other = variance(after, sumAfter);
    double degrees =
        (one + other)
            * (one + other)
            / (one * one / (before.length - 1) + other * other / (after.length - 1));
    double reach = BetaDistribution.student(OUTSIDE, degrees) * Math.sqrt(one + other);
    return new Ratio(value, value * Math.exp(-reach), value * Math.exp(reach));
  }

  /** The variance of the logarithm of a rate: as the blocks show it, at least that of Poisson. */
  private static double variance(double[] blocks, double sum) {
    return Math.max(1, dispersion(blocks)) / sum;
  }

  /** The variance of the blocks against their mean: 1 where chance alone spreads them. */
  private static double dispersion(double[] blocks) {
    double mean = sum(blocks) / blocks.length;
    if (mean == 0) {
      return 1;
    }
    double squares = 0;
    for (double block : blocks) {
      squares += (block - mean) * (block - mean);
    }
    return squares / (blocks.length - 1) / mean;
  }

  private static Ratio ofFew(double[] before, double[] after, double value) {
    double dispersion = Math.max(1, Math.max(dispersion(before), dispersion(after)));
    double earlier = sum(before) / dispersion;
    double later = sum(after) / dispersion;
    double exposure = (double) before.length / after.length;
    double low = later == 0 ? 0 : BetaDistribution.quantile(OUTSIDE / 2, later, earlier + 1);
    double high = earlier == 0 ? 1 : BetaDistribution.quantile(1 - OUTSIDE / 2, later + 1, earlier);
    return new Ratio(
        value,
        low / (1 - low) * exposure,
        earlier == 0 ? Double.POSITIVE_INFINITY : high / (1 - high) * exposure);
  }

  private static double sum(double[] blocks) {
    double sum = 0;
    for (double block : blocks) {
      sum += block;
    }
    return sum;
  }
}
