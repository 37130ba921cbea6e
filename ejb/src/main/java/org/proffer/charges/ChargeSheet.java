package org.proffer.charges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.law.fraud.Statute;
import org.proffer.records.DayPrecision;
import org.proffer.records.RecordView;

/**
 * The charges of a case as they stand.
 *
 * @param instruments in the order they were filed
 */
public record ChargeSheet(List<Charged> instruments) {
  public ChargeSheet {
    instruments = List.copyOf(instruments);
  }

  /**
   * An instrument with its counts.
   *
   * @param supersededBy title of the instrument that took its place; null while it stands
   */
  public record Charged(
      RecordView<Instrument> instrument, @Nullable String supersededBy, List<Line> counts) {}

  /**
   * A count, for each defendant it charges.
   *
   * @param statute as the law of the last day of the conduct has it; empty if the catalogue has
   *     none
   */
  public record Line(
      RecordView<Count> count,
      Optional<Statute> statute,
      List<Standing> standings,
      CountClock clock) {

    /** The defendants for whom it stands alike, in the order of the first of them. */
    public List<Alike> alike() {
      Map<String, List<Standing>> byWords = new LinkedHashMap<>();
      standings.forEach(s -> byWords.computeIfAbsent(s.words(), w -> new ArrayList<>()).add(s));
      return byWords.entrySet().stream().map(e -> new Alike(e.getKey(), e.getValue())).toList();
    }
  }

  /**
   * Defendants for whom a count stands alike.
   *
   * @param words how it stands
   */
  public record Alike(String words, List<Standing> standings) {
    public Alike {
      standings = List.copyOf(standings);
    }
  }

  /**
   * How a count stands for a defendant.
   *
   * @param step the newest that happened; null while it is only charged
   * @param on when; null while it is only charged
   * @param precision how exactly that is known; null where nobody said
   * @param disposition the record that says so; null while it is only charged
   */
  public record Standing(
      UUID party,
      String designation,
      String name,
      Disposition.@Nullable Step step,
      @Nullable LocalDate on,
      @Nullable DayPrecision precision,
      @Nullable UUID disposition) {

    /** In words. */
    public String words() {
      return step == null
          ? "Charged"
          : step.label() + (on == null ? "" : " " + DayPrecision.words(on, precision));
    }
  }

  /** The counts on which a defendant stands convicted. */
  public List<Line> convictions(UUID party) {
    return instruments.stream()
        .flatMap(charged -> charged.counts().stream())
        .filter(
            line ->
                line.standings().stream()
                    .anyMatch(
                        s -> s.party().equals(party) && s.step() != null && s.step().convicts()))
        .toList();
  }
}
