package org.proffer.web.trends;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.proffer.trends.CollectionDays;
import org.proffer.trends.Count;
import org.proffer.trends.Trend;
import org.proffer.trends.Trend.TrendStep;
import org.proffer.web.Show;

/**
 * A chart of a trend, in units of its picture: for each step a pale bar of all messages of which it
 * can be told, and in it one of those that are counted; gaps in the collection as bands, the ends
 * of sources as lines.
 *
 * @param title what is counted
 * @param share how many of how many, in words
 * @param words the picture in a sentence
 * @param most the highest number on the scale
 */
public record TrendChart(
    String title,
    String share,
    String words,
    String most,
    List<Bar> bars,
    List<Band> gaps,
    List<Mark> changes,
    List<Mark> ticks) {
  private static final int WIDTH = 1_000;
  private static final int TOP = 16;
  private static final int BOTTOM = 132;
  private static final int TICKS = 6;
  private static final int CHANGES = 40;

  public TrendChart {
    bars = List.copyOf(bars);
    gaps = List.copyOf(gaps);
    changes = List.copyOf(changes);
    ticks = List.copyOf(ticks);
  }

  /** A bar with the pale one behind it. */
  public record Bar(
      String x,
      String width,
      String wholeY,
      String wholeHeight,
      String y,
      String height,
      String label,
      String address) {}

  /** Days without collection. */
  public record Band(String x, String width, String label) {}

  /** A line or a date, at its place. */
  public record Mark(String x, String anchor, String text) {}

  /**
   * What is drawn.
   *
   * @param part the messages that are counted
   * @param whole of how many
   */
  record Drawn(
      String title, String share, ToLongFunction<Count> part, ToLongFunction<Count> whole) {}

  /**
   * Draws a trend.
   *
   * @param address where the messages of a step are
   * @param names what sources are called; a source that is missing stands for itself
   */
  static TrendChart of(
      Trend trend, Drawn drawn, Map<String, String> names, Function<TrendStep, String> address) {
    List<TrendStep> steps = trend.pictured();
    if (steps.isEmpty()) {
      return new TrendChart(
          drawn.title(),
          drawn.share(),
          "No message has a day.",
          "0",
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    long most = 1;
    TrendStep highest = steps.get(0);
    for (TrendStep step : steps) {
      most = Math.max(most, drawn.whole().applyAsLong(step.count()));
      if (drawn.part().applyAsLong(step.count()) > drawn.part().applyAsLong(highest.count())) {
        highest = step;
      }
    }
    Scale scale = new Scale(steps.get(0).from(), steps.get(steps.size() - 1).until(), most);
    List<Bar> bars = new ArrayList<>();
    for (TrendStep step : steps) {
      if (step.count().messages() > 0) {
        bars.add(bar(step, drawn, scale, address));
      }
    }
    return new TrendChart(
        drawn.title(),
        drawn.share(),
        drawn.title()
            + " by "
            + trend.step().label()
            + ", from "
            + scale.first()
            + " to "
            + scale.last()
            + "; most: "
            + Show.count(drawn.part().applyAsLong(highest.count()))
            + " ("
            + label(highest)
            + ").",
        Show.count(most),
        bars,
        gaps(trend.collection(), scale),
        changes(trend.collection(), names, scale),
        ticks(steps, scale));
  }

  /** The days of a step. */
  static String label(TrendStep step) {
    return step.from().equals(step.until())
        ? step.from().toString()
        : step.from() + " to " + step.until();
  }

  private record Scale(LocalDate first, LocalDate last, long most) {
    double x(LocalDate day) {
      return (double) WIDTH
          * ChronoUnit.DAYS.between(first, day)
          / ChronoUnit.DAYS.between(first, last.plusDays(1));
    }

    double height(long count) {
      return count == 0 ? 0 : Math.max(1.5, (double) (BOTTOM - TOP) * count / most);
    }
  }

  private static Bar bar(
      TrendStep step, Drawn drawn, Scale scale, Function<TrendStep, String> address) {
    double x = scale.x(step.from());
    double width = scale.x(step.until().plusDays(1)) - x;
    long part = drawn.part().applyAsLong(step.count());
    long whole = drawn.whole().applyAsLong(step.count());
    String counts =
        part == whole ? Show.count(part) : Show.count(part) + " of " + Show.count(whole);
    return new Bar(
        number(x),
        number(Math.max(1, width - Math.min(1.5, width / 5))),
        number(BOTTOM - scale.height(whole)),
        number(scale.height(whole)),
        number(BOTTOM - scale.height(part)),
        number(scale.height(part)),
        label(step) + ": " + counts,
        address.apply(step));
  }

  private static List<Band> gaps(CollectionDays collection, Scale scale) {
    List<Band> bands = new ArrayList<>();
    for (CollectionDays.Gap gap : collection.gaps()) {
      if (!gap.first().isBefore(scale.first()) && !gap.last().isAfter(scale.last())) {
        double x = scale.x(gap.first());
        bands.add(
            new Band(
                number(x),
                number(Math.max(1.5, scale.x(gap.last().plusDays(1)) - x)),
                "Not collected: " + gap.first() + " to " + gap.last()));
      }
    }
    return bands;
  }

  private static List<Mark> changes(
      CollectionDays collection, Map<String, String> names, Scale scale) {
    List<Mark> marks = new ArrayList<>();
    for (CollectionDays.Cover cover : collection.covers()) {
      String name = names.getOrDefault(cover.source(), cover.source());
      change(marks, cover.first(), name + " begins " + cover.first(), scale);
      change(marks, cover.last().plusDays(1), name + " ends " + cover.last(), scale);
    }
    return marks.size() > CHANGES ? marks.subList(0, CHANGES) : marks;
  }

  private static void change(List<Mark> marks, LocalDate day, String words, Scale scale) {
    // At the ends of the picture every trend begins and ends.
    if (day.isAfter(scale.first().plusDays(7)) && day.isBefore(scale.last().minusDays(7))) {
      marks.add(new Mark(number(scale.x(day)), "middle", words));
    }
  }

  private static List<Mark> ticks(List<TrendStep> steps, Scale scale) {
    List<Mark> ticks = new ArrayList<>();
    int apart = Math.max(1, (steps.size() + TICKS - 1) / TICKS);
    for (int i = 0; i < steps.size(); i += apart) {
      double x = scale.x(steps.get(i).from());
      if (x <= WIDTH - 80) {
        ticks.add(new Mark(number(x), i == 0 ? "start" : "middle", steps.get(i).from().toString()));
      }
    }
    ticks.add(new Mark(Integer.toString(WIDTH), "end", scale.last().toString()));
    return ticks;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
