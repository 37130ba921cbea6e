package org.proffer.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proffer.analysis.Method;

class TrendTest {
  private static final LocalDate START = LocalDate.of(2005, 3, 1);

  private static TrendCell cell(int day, long messages) {
    return new TrendCell(START.plusDays(day), "1", "COMMERCIAL", 0, messages);
  }

  private static List<TrendCell> days(int from, int until, long messages) {
    List<TrendCell> cells = new ArrayList<>();
    for (int i = from; i <= until; i++) {
      cells.add(cell(i, messages));
    }
    return cells;
  }

  @Test
  void everyMessageStandsInOneStepOrAmongTheUndated() {
    List<TrendCell> cells = days(0, 40, 3);
    cells.add(new TrendCell(null, "1", "OTHER", Method.untold(), 4));
    cells.add(new TrendCell(LocalDate.of(2038, 1, 19), "1", "OTHER", 0, 1));

    for (Step step : Step.values()) {
      Trend trend = Trend.of(cells, step);
      long inSteps = trend.steps().stream().mapToLong(s -> s.count().messages()).sum();
      assertThat(inSteps + trend.undated().messages()).isEqualTo(41 * 3 + 4 + 1);
      assertThat(trend.whole().messages()).isEqualTo(41 * 3 + 4 + 1);
      assertThat(trend.undated().messages()).isEqualTo(4);
    }
  }

  @Test
  void weeksBeginOnMondayAndMonthsOnTheFirst() {
    List<TrendCell> cells = days(0, 40, 1); // Tuesday 1 March to Sunday 10 April 2005

    assertThat(Trend.of(cells, Step.WEEK).steps().get(0).from()).isEqualTo("2005-02-28");
    assertThat(Trend.of(cells, Step.WEEK).steps().get(0).until()).isEqualTo("2005-03-06");
    assertThat(Trend.of(cells, Step.WEEK).steps().get(0).count().messages()).isEqualTo(6);
    assertThat(Trend.of(cells, Step.MONTH).steps())
        .extracting(s -> s.count().messages())
        .containsExactly(31L, 10L);
  }

  @Test
  void aStepWithoutMessagesIsShownAsOne() {
    List<TrendCell> cells = new ArrayList<>(List.of(cell(0, 5), cell(2, 5)));

    assertThat(Trend.of(cells, Step.DAY).steps())
        .extracting(s -> s.count().messages())
        .containsExactly(5L, 0L, 5L);
  }

  @Test
  void falseDatesFarAwayLieOutsideThePictureButAreCounted() {
    List<TrendCell> cells = days(0, 99, 10);
    cells.add(new TrendCell(LocalDate.of(1970, 1, 1), "1", "COMMERCIAL", 0, 2));

    Trend trend = Trend.of(cells, null);

    assertThat(trend.step()).isEqualTo(Step.DAY);
    assertThat(trend.steps().get(0).from()).isEqualTo("1970-01-01");
    assertThat(trend.steps().get(0).covered()).isFalse();
    assertThat(trend.pictured()).hasSize(100);
  }

  @Test
  void aHundredDaysAreStepsOfADayAndAHundredAndOneOfAWeek() {
    assertThat(Trend.of(days(0, 99, 1), null).step()).isEqualTo(Step.DAY);
    assertThat(Trend.of(days(0, 100, 1), null).step()).isEqualTo(Step.WEEK);
    assertThat(Trend.of(days(0, 699, 1), null).step()).isEqualTo(Step.WEEK);
    assertThat(Trend.of(days(0, 700, 1), null).step()).isEqualTo(Step.MONTH);
  }

  @Test
  void whatCannotBeToldIsKeptApartFromBothAnswers() {
    int shown = Method.FORGED_HEADER.shownBit() | Method.IMAGE_ONLY.shownBit();
    List<TrendCell> cells =
        List.of(
            new TrendCell(START, "1", "COMMERCIAL", shown, 3),
            new TrendCell(START, "1", "COMMERCIAL", Method.FORGED_HEADER.untoldBit(), 2),
            new TrendCell(START, "1", "OTHER", 0, 5));

    Count count = Trend.of(cells, null).whole();

    assertThat(count.shown(Method.FORGED_HEADER)).isEqualTo(3);
    assertThat(count.untold(Method.FORGED_HEADER)).isEqualTo(2);
    assertThat(count.told(Method.FORGED_HEADER)).isEqualTo(8);
    assertThat(count.shown(Method.IMAGE_ONLY)).isEqualTo(3);
    assertThat(count.told(Method.IMAGE_ONLY)).isEqualTo(10);
    assertThat(count.purposes()).containsEntry("COMMERCIAL", 5L).containsEntry("OTHER", 5L);
  }

  @Test
  void daysWithoutMessagesAmongBusyOnesAreAGap() {
    List<TrendCell> cells = days(0, 30, 10);
    cells.addAll(days(34, 60, 10)); // days 31, 32, 33 are empty: 3 × 9.5 messages are missing

    CollectionDays collection = CollectionDays.of(cells);

    assertThat(collection.gaps())
        .containsExactly(new CollectionDays.Gap(START.plusDays(31), START.plusDays(33), true));
    assertThat(collection.isCollected(START.plusDays(30))).isTrue();
    assertThat(collection.isCollected(START.plusDays(31))).isFalse();
    assertThat(collection.isCollected(START.plusDays(34))).isTrue();
  }

  @Test
  void aSingleEmptyDayAndRareMessagesAreNoGap() {
    List<TrendCell> one = days(0, 30, 10);
    one.addAll(days(32, 60, 10));
    List<TrendCell> rare = new ArrayList<>();
    for (int i = 0; i < 100; i += 5) {
      rare.add(cell(i, 1));
    }

    assertThat(CollectionDays.of(one).gaps()).isEmpty();
    assertThat(CollectionDays.of(rare).gaps()).isEmpty();
  }

  @Test
  void weekendsWithoutMailAreUsualAndAreNoGap() {
    List<TrendCell> cells = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      if (START.plusDays(i).getDayOfWeek().getValue() < 6) {
        cells.add(cell(i, 20));
      }
    }

    assertThat(CollectionDays.of(cells).gaps()).isEmpty();
  }

  @Test
  void daysThatNoSourceCoversAreAGap() {
    List<TrendCell> cells = new ArrayList<>();
    days(0, 5, 1).forEach(cells::add);
    days(20, 25, 1)
        .forEach(c -> cells.add(new TrendCell(c.day(), "2", c.purpose(), 0, c.messages())));

    CollectionDays collection = CollectionDays.of(cells);

    assertThat(collection.covers())
        .extracting(CollectionDays.Cover::source)
        .containsExactly("1", "2");
    assertThat(collection.gaps())
        .containsExactly(new CollectionDays.Gap(START.plusDays(6), START.plusDays(19), false));
  }

  @Test
  void fewAreCountedAndOfAHundredOnThePercentageIsAdded() {
    assertThat(new Share(3, 99).words()).isEqualTo("3 of 99");
    assertThat(new Share(3, 100).words()).isEqualTo("3 of 100 (3.0 %)");
    assertThat(new Share(214, 3_310).words()).isEqualTo("214 of 3,310 (6.5 %)");
  }
}
