package org.proffer.law.fraud;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.proffer.law.DatedTable;
import org.proffer.law.Unit;
import org.proffer.law.Usd;

/**
 * The catalogue of offences, by the day the offence ended.
 *
 * <p>Source: the statutes named in {@code statutes.csv}, {@code elements.csv}, {@code tiers.csv}
 * and {@code thresholds.csv}, each row with its citation and its certainty. A day before the
 * catalogue begins has no offences; that is a gap of the catalogue, not of the law.
 */
public final class Statutes {
  private static final LocalDate NEWEST =
      Stream.of(Law.STATUTES, Law.ELEMENTS, Law.TIERS, Law.THRESHOLDS)
          .flatMap(table -> table.rows().stream())
          .map(DatedTable.Row::from)
          .max(Comparator.naturalOrder())
          .orElseThrow();

  private Statutes() {}

  /** The offences of a day, in the order of the catalogue. */
  public static List<Statute> inForce(LocalDate day) {
    return Law.STATUTES.rows().stream()
        .filter(row -> row.on(day))
        .map(row -> statute(row, day))
        .toList();
  }

  /**
   * An offence as the newest law of the catalogue has it; empty if the id is unknown or repealed.
   */
  public static Optional<Statute> byId(String id) {
    return byId(id, NEWEST);
  }

  /** An offence as the law of a day has it; empty if there was none. */
  public static Optional<Statute> byId(String id, LocalDate day) {
    return Law.STATUTES.find(id, day).map(row -> statute(row, day));
  }

  /** A tier by its id, such as {@code 18-1037-a-3.GR-5A}, on a day; empty if there was none. */
  public static Optional<PenaltyTier> tier(String id, LocalDate day) {
    int dot = id.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : byId(id.substring(0, dot), day).flatMap(statute -> statute.tier(id.substring(dot + 1)));
  }

  private static Statute statute(DatedTable.Row row, LocalDate day) {
    return new Statute(
        row.id(),
        row.citation(),
        row.cell("title"),
        row.cell("mind"),
        Law.ELEMENTS.rows().stream()
            .filter(element -> element.on(day) && element.id().startsWith(row.id() + "."))
            .map(
                element ->
                    new Element(
                        element.id(),
                        element.cell("text"),
                        element.citation(),
                        element.certainty()))
            .toList(),
        Law.TIERS.rows().stream()
            .filter(tier -> tier.on(day) && isFor(tier, row.id()))
            .map(tier -> tier(tier, row.id(), day))
            .toList(),
        row.cell("runs-from"),
        Boolean.parseBoolean(row.cell("restitution")),
        row.cell("forfeiture"),
        row.cell("language"),
        row.from(),
        row.until(),
        row.certainty(),
        row.cell("note"));
  }

  private static boolean isFor(DatedTable.Row tier, String statute) {
    return Arrays.asList(tier.cell("statutes").split(" ", -1)).contains(statute);
  }

  private static PenaltyTier tier(DatedTable.Row row, String statute, LocalDate day) {
    String code = row.id().substring(row.id().indexOf('.') + 1);
    int maximum = Integer.parseInt(row.cell("maximum"));
    OffenceClass offenceClass = OffenceClass.of(maximum, day);
    return new PenaltyTier(
        statute + "." + code,
        statute,
        code,
        row.citation(),
        row.cell("trigger"),
        Boolean.parseBoolean(row.cell("jury")),
        offenceClass,
        maximum,
        Integer.parseInt(row.cell("minimum")),
        Boolean.parseBoolean(row.cell("consecutive")),
        !Boolean.parseBoolean(row.cell("probation")),
        fine(row, offenceClass, day),
        LimitationPeriod.of(row.cell("limitation"), day),
        row.from(),
        row.until(),
        row.certainty(),
        row.cell("note"));
  }

  private static Fine fine(DatedTable.Row row, OffenceClass offenceClass, LocalDate day) {
    return new Fine(
        fine(row, offenceClass, Offender.INDIVIDUAL, day),
        fine(row, offenceClass, Offender.ORGANISATION, day),
        Law.threshold("fine.gain-or-loss", Unit.FACTOR, day),
        Integer.parseInt(row.cell("property-factor")));
  }

  private static Fine.Amount fine(
      DatedTable.Row row, OffenceClass offenceClass, Offender offender, LocalDate day) {
    String who = offender.name().toLowerCase(Locale.ROOT);
    String ofTheOffence = row.cell("fine-" + who);
    if (!ofTheOffence.isEmpty()) {
      return new Fine.Amount(Usd.of(Long.parseLong(ofTheOffence)), row.citation());
    }
    String id = (offenceClass.isFelony() ? "fine.felony." : "fine.misdemeanor.") + who;
    return new Fine.Amount(
        Usd.of(Law.threshold(id, Unit.USD, day)), Law.THRESHOLDS.at(id, day).citation());
  }
}
