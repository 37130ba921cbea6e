package org.proffer.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration case: modelled on public reports of a prosecution sentenced in November 2009;
 * SYNTHETIC. Every statement carries how sure it is and who says so, and statements that contradict
 * each other stand side by side.
 *
 * @param parties the defendants, in the order of their numbers
 * @param facts what is reported
 * @param events what happened when, as far as that is public
 * @param counts those the pleas and reports name, under numbers of this demonstration
 */
public record DemonstrationCase(
    List<Party> parties,
    List<Fact> facts,
    List<Alias> aliases,
    List<Count> counts,
    List<Plea> pleas,
    List<Agreement> agreements,
    List<Sentence> sentences,
    List<Event> events) {

  /** Title of the case. */
  public static final String TITLE = "United States v. Ralsky et al. (demonstration)";

  /** Code of the court. */
  public static final String COURT = "mied";

  /** Docket number; found in no source. */
  public static final String DOCKET_NUMBER = "2:07-cr-20627";

  /** Name of the judge. */
  public static final String JUDGE = "Marianne O. Battani";

  /** Seed of its mailbox. */
  public static final long SEED = 20_091_123;

  public DemonstrationCase {
    parties = List.copyOf(parties);
    facts = List.copyOf(facts);
    aliases = List.copyOf(aliases);
    counts = List.copyOf(counts);
    pleas = List.copyOf(pleas);
    agreements = List.copyOf(agreements);
    sentences = List.copyOf(sentences);
    events = List.copyOf(events);
  }

  /**
   * A party.
   *
   * @param defendantNumber the number in D-1, D-2 ...
   */
  public record Party(
      String name, String role, int defendantNumber, String description, String certainty) {}

  /** A reported statement. */
  public record Fact(
      String subject, String kind, String statement, String certainty, String source) {}

  /** Another name of a defendant. */
  public record Alias(
      int defendant, String name, String type, String place, String source, String certainty) {}

  /**
   * Something that happened.
   *
   * @param day the first day of the month where only that is known
   * @param until last day of what went on for longer; null otherwise
   * @param defendants by their numbers
   */
  public record Event(
      String title,
      String lane,
      LocalDate day,
      String precision,
      @Nullable LocalDate until,
      List<Integer> defendants,
      String detail,
      String source) {
    public Event {
      defendants = List.copyOf(defendants);
    }
  }

  /**
   * A count.
   *
   * @param tier empty where none is pleaded
   */
  public record Count(
      int number,
      String statute,
      String tier,
      LocalDate from,
      LocalDate until,
      String particulars,
      String certainty,
      String source) {}

  /**
   * A plea of guilty.
   *
   * @param on the day, or the first of the month if the day is not known
   */
  public record Plea(
      int defendant,
      List<Integer> counts,
      LocalDate on,
      boolean dayKnown,
      String certainty,
      String source) {
    public Plea {
      counts = List.copyOf(counts);
    }
  }

  /**
   * A plea agreement.
   *
   * @param from months; null where not reported
   * @param to months; null where not reported
   * @param cap months; null where not reported
   * @param fine in dollars; null where not reported
   */
  public record Agreement(
      int defendant,
      LocalDate on,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable Integer cap,
      @Nullable Integer fine,
      boolean cooperation,
      String terms,
      String certainty,
      String source) {}

  /**
   * A sentence.
   *
   * @param months of imprisonment
   * @param supervisedRelease months; null where not reported
   * @param forfeited dollars; null where not reported
   * @param property what the forfeiture is of; empty where none is reported
   * @param reasonDespite why it is recorded although the law does not seem to allow it; empty if it
   *     needs no reason
   */
  public record Sentence(
      int defendant,
      LocalDate on,
      int months,
      @Nullable Integer supervisedRelease,
      @Nullable Integer forfeited,
      String property,
      String certainty,
      String source,
      String reasonDespite) {}

  /** Reads the case. */
  public static DemonstrationCase load() {
    return new DemonstrationCase(
        rows("parties.csv").stream()
            .map(row -> new Party(row[0], row[1], Integer.parseInt(row[2]), row[3], row[4]))
            .toList(),
        rows("facts.csv").stream()
            .map(row -> new Fact(row[0], row[1], row[2], row[3], row[4]))
            .toList(),
        rows("aliases.csv").stream()
            .map(row -> new Alias(number(row[0]), row[1], row[2], row[3], row[4], row[5]))
            .toList(),
        rows("counts.csv").stream().map(DemonstrationCase::count).toList(),
        rows("pleas.csv").stream().map(DemonstrationCase::plea).toList(),
        rows("agreements.csv").stream().map(DemonstrationCase::agreement).toList(),
        rows("sentences.csv").stream().map(DemonstrationCase::sentence).toList(),
        rows("events.csv").stream().map(DemonstrationCase::event).toList());
  }

  private static Event event(String[] row) {
    return new Event(
        row[0],
        row[1],
        LocalDate.parse(row[2]),
        row[3],
        row[4].isEmpty() ? null : LocalDate.parse(row[4]),
        row[5].isEmpty()
            ? List.of()
            : Arrays.stream(row[5].split(" ", -1)).map(Integer::valueOf).toList(),
        row[6],
        row[7]);
  }

  private static Count count(String[] row) {
    return new Count(
        number(row[0]),
        row[1],
        row[2],
        LocalDate.parse(row[3]),
        LocalDate.parse(row[4]),
        row[5],
        row[6],
        row[7]);
  }

  private static Plea plea(String[] row) {
    return new Plea(
        number(row[0]),
        Stream.of(row[1].split(" ", -1)).map(DemonstrationCase::number).toList(),
        LocalDate.parse(row[2].length() == 7 ? row[2] + "-01" : row[2]),
        row[2].length() != 7,
        row[3],
        row[4]);
  }

  private static Agreement agreement(String[] row) {
    return new Agreement(
        number(row[0]),
        LocalDate.parse(row[1]),
        optional(row[2]),
        optional(row[3]),
        optional(row[4]),
        optional(row[5]),
        Boolean.parseBoolean(row[6]),
        row[7],
        row[8],
        row[9]);
  }

  private static Sentence sentence(String[] row) {
    return new Sentence(
        number(row[0]),
        LocalDate.parse(row[1]),
        number(row[2]),
        optional(row[3]),
        optional(row[4]),
        row[5],
        row[6],
        row[7],
        row[8]);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static @Nullable Integer optional(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  private static List<String[]> rows(String name) {
    try (InputStream in =
            Objects.requireNonNull(DemonstrationCase.class.getResourceAsStream(name), name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split("\\|", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
