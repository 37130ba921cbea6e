package org.proffer.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The demonstration case: modelled on public reports of a prosecution sentenced in November 2009;
 * SYNTHETIC. Every statement carries how sure it is and who says so, and statements that contradict
 * each other stand side by side.
 *
 * @param parties the defendants, in the order of their numbers
 * @param facts what is reported
 */
public record DemonstrationCase(List<Party> parties, List<Fact> facts) {

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

  /** Reads the case. */
  public static DemonstrationCase load() {
    return new DemonstrationCase(
        rows("parties.csv").stream()
            .map(row -> new Party(row[0], row[1], Integer.parseInt(row[2]), row[3], row[4]))
            .toList(),
        rows("facts.csv").stream()
            .map(row -> new Fact(row[0], row[1], row[2], row[3], row[4]))
            .toList());
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
