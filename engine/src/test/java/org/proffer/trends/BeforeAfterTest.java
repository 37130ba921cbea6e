package org.proffer.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Intervals against series that were drawn at random with known rates; the seed is fixed. */
class BeforeAfterTest {
  private static final LocalDate EVENT = LocalDate.of(2008, 1, 3);
  private static final int WINDOW = 84;
  private static final int SERIES = 2_000;
  private static final CollectionDays ALWAYS =
      CollectionDays.stated(EVENT.minusYears(1), EVENT.plusYears(1));

  /** How days are drawn: a Poisson count whose mean is itself drawn (gamma) where k is above 0. */
  private record Nature(double before, double after, double k) {
    Map<LocalDate, Long> series(Random random) {
      Map<LocalDate, Long> counts = new HashMap<>();
      for (int i = -WINDOW; i <= WINDOW; i++) {
        double mean = i < 0 ? before : after;
        double drawn = k == 0 ? mean : mean * k * gamma(1 / k, random);
        counts.put(EVENT.plusDays(i), poisson(drawn, random));
      }
      return counts;
    }
  }

  private static long poisson(double mean, Random random) {
    long count = 0;
    for (double sum = -Math.log(1 - random.nextDouble());
        sum < mean;
        sum -= Math.log(1 - random.nextDouble())) {
      count++;
    }
    return count;
  }

  /** Marsaglia and Tsang (2000). */
  private static double gamma(double shape, Random random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /** Of how many series of a hundred the interval holds the true ratio. */
  private static double covered(Nature nature) {
    Random random = new Random(20081204);
    double truth = nature.after() / nature.before();
    int held = 0;
    for (int i = 0; i < SERIES; i++) {
      BeforeAfter.Ratio ratio = compared(nature.series(random)).ratio();
      held += ratio != null && ratio.low() <= truth && truth <= ratio.high() ? 1 : 0;
    }
    return 100.0 * held / SERIES;
  }

  private static BeforeAfter compared(Map<LocalDate, Long> counts) {
    return BeforeAfter.of(counts, ALWAYS, Map.of(), EVENT, WINDOW);
  }

  @Test
  void theIntervalOfPoissonCountsHoldsTheTruthAsOftenAsItSays() {
    assertThat(covered(new Nature(5, 5, 0))).isBetween(94.0, 99.0);
    assertThat(covered(new Nature(30, 9, 0))).isBetween(94.0, 99.0);
  }

  @Test
  void theIntervalOfCountsThatVaryMoreHoldsTheTruthAsOftenAsItSays() {
    assertThat(covered(new Nature(5, 5, 1))).isBetween(93.5, 97.5);
    assertThat(covered(new Nature(30, 9, 1))).isBetween(93.5, 97.5);
    assertThat(covered(new Nature(30, 30, 2))).isBetween(93.5, 97.5);
  }

  @Test
  void theIntervalOfFewMessagesHoldsTheTruthAtLeastAsOftenAsItSays() {
    assertThat(covered(new Nature(3, 0.05, 0))).isGreaterThan(94);
  }

  @Test
  void withoutAnEffectTheIntervalHoldsOne() {
    Random random = new Random(7);
    Nature same = new Nature(12, 12, 0.5);
    int held = 0;
    for (int i = 0; i < SERIES; i++) {
      held += compared(same.series(random)).ratio().holdsOne() ? 1 : 0;
    }

    assertThat(100.0 * held / SERIES).isBetween(93.5, 97.5);
  }

  @Test
  void aPlainPoissonIntervalWouldBeTooNarrow() {
    // What the method guards against: with k = 1 and 30 a day the variance is 31 times the mean.
    Random random = new Random(20081204);
    Nature nature = new Nature(30, 30, 1);
    int held = 0;
    for (int i = 0; i < SERIES; i++) {
      BeforeAfter one = compared(nature.series(random));
      double reach = 1.96 * Math.sqrt(1.0 / one.before().messages() + 1.0 / one.after().messages());
      held += Math.abs(Math.log(one.ratio().value())) <= reach ? 1 : 0;
    }

    assertThat(100.0 * held / SERIES).isLessThan(60);
  }

  private static Map<LocalDate, Long> daily(int before, IntToDoubleFunction after) {
    Map<LocalDate, Long> counts = new HashMap<>();
    for (int i = 1; i <= WINDOW; i++) {
      counts.put(EVENT.minusDays(i), (long) before);
      counts.put(EVENT.plusDays(i), (long) after.applyAsDouble(i));
    }
    return counts;
  }

  @Test
  void theRatioIsThatOfMessagesADay() {
    BeforeAfter half = compared(daily(10, day -> 5));

    assertThat(half.before())
        .isEqualTo(new BeforeAfter.Side(EVENT.minusDays(84), EVENT.minusDays(1), 840, 84));
    assertThat(half.after())
        .isEqualTo(new BeforeAfter.Side(EVENT.plusDays(1), EVENT.plusDays(84), 420, 84));
    assertThat(half.ratio().value()).isCloseTo(0.5, within(1e-12));
    // Days alike: no more than Poisson, 1/840 + 1/420, t of 22 degrees or fewer.
    assertThat(half.ratio().low()).isBetween(0.43, 0.46);
    assertThat(half.ratio().high()).isBetween(0.55, 0.58);
    assertThat(half.ratio().words()).startsWith("0.50 (0.4");
  }

  @Test
  void theDayOfTheEventBelongsToNeitherSide() {
    Map<LocalDate, Long> counts = daily(10, day -> 10);
    counts.put(EVENT, 1_000_000L);

    assertThat(compared(counts).ratio().value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void silenceAfterwardsHasAnUpperBound() {
    BeforeAfter silence = compared(daily(10, day -> 0));

    // 1 - 0.025^(1/840) = 0.004382; 0.004382 / 0.995618 = 0.004401
    assertThat(silence.ratio().value()).isZero();
    assertThat(silence.ratio().low()).isZero();
    assertThat(silence.ratio().high()).isCloseTo(0.004401, within(1e-5));
  }

  @Test
  void aBeginningOutOfNothingHasNoUpperBound() {
    BeforeAfter beginning = compared(daily(0, day -> 10));

    assertThat(beginning.ratio().value()).isInfinite();
    assertThat(beginning.ratio().high()).isInfinite();
    assertThat(beginning.ratio().low()).isGreaterThan(100);
    assertThat(beginning.ratio().words()).startsWith("unbounded (").endsWith(" to unbounded)");
  }

  @Test
  void tooFewMessagesCannotBeTold() {
    Map<LocalDate, Long> nine = new HashMap<>();
    nine.put(EVENT.minusDays(5), 9L);
    Map<LocalDate, Long> ten = Map.of(EVENT.minusDays(5), 10L);

    assertThat(compared(nine).ratio()).isNull();
    assertThat(compared(nine).why()).contains("fewer than 10 messages");
    assertThat(compared(ten).ratio()).isNotNull();
  }

  private static BeforeAfter collected(LocalDate from, LocalDate until) {
    return BeforeAfter.of(
        daily(10, day -> 10), CollectionDays.stated(from, until), Map.of(), EVENT, WINDOW);
  }

  @Test
  void sixWeeksOnEachSideSufficeAndADayLessDoesNot() {
    assertThat(collected(EVENT.minusDays(42), EVENT.plusDays(42)).ratio()).isNotNull();
    assertThat(collected(EVENT.minusDays(41), EVENT.plusDays(42)).ratio()).isNull();
    assertThat(collected(EVENT.minusDays(42), EVENT.plusDays(41)).why())
        .contains("too few days", "42 before", "35 after");
  }

  @Test
  void withoutCollectionAtTheEventNothingCanBeTold() {
    BeforeAfter begun = collected(EVENT.minusDays(2), EVENT.plusDays(80));

    assertThat(begun.ratio()).isNull();
    assertThat(begun.why()).contains("2007-12-31", "at the event itself");
  }

  private static CollectionDays sources(int firstUntil, int secondFrom) {
    return new CollectionDays(
        List.of(
            new CollectionDays.Cover("one", EVENT.minusDays(100), EVENT.plusDays(firstUntil), 9),
            new CollectionDays.Cover("two", EVENT.plusDays(secondFrom), EVENT.plusDays(100), 9)),
        List.of());
  }

  @Test
  void anotherCollectorAfterwardsCannotBeToldFromAnEffect() {
    BeforeAfter changed =
        BeforeAfter.of(daily(10, day -> 20), sources(4, 0), Map.of(), EVENT, WINDOW);
    BeforeAfter same =
        BeforeAfter.of(
            daily(10, day -> 20),
            sources(4, 0),
            Map.of("one", "Spam trap", "two", "Spam trap"),
            EVENT,
            WINDOW);

    assertThat(changed.ratio()).isNull();
    assertThat(changed.why()).contains("one", "two", "may be one of the collection");
    assertThat(same.ratio().value()).isCloseTo(2, within(1e-12));
  }

  @Test
  void daysThatWereNotCollectedDoNotCount() {
    List<CollectionDays.Gap> gaps =
        new ArrayList<>(
            List.of(new CollectionDays.Gap(EVENT.plusDays(20), EVENT.plusDays(33), true)));
    CollectionDays gapped = new CollectionDays(ALWAYS.covers(), gaps);

    BeforeAfter with =
        BeforeAfter.of(
            daily(10, day -> day >= 20 && day <= 33 ? 0 : 10), gapped, Map.of(), EVENT, WINDOW);

    assertThat(with.after().days()).isEqualTo(70);
    assertThat(with.ratio().value()).isCloseTo(1, within(1e-12));
  }
}
