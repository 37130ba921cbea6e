package org.proffer.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.proffer.cases.Court;

/**
 * How a court wants its papers: data in {@code court-profiles.csv}.
 *
 * @param court code of the court; {@code *} for every court without a row
 * @param district as the caption prints it
 * @param division as the caption prints it; empty for none
 * @param width of the paper, CSS length
 * @param height of the paper, CSS length
 * @param margin CSS lengths, top right bottom left
 * @param points size of text and footnotes
 * @param spacing line height of pleadings, in points
 * @param lineNumbers lines numbered in the left margin of pleadings; 0 for none
 * @param numbersDefendants whether defendants are D-1, D-2 ...
 * @param briefPages most pages of a brief; 0 where the profile knows none
 * @param replyPages most pages of a reply; 0 where the profile knows none
 * @param service words of the certificate of service
 * @param source where the rules stand
 * @param confirmed whether they were confirmed; the screen says when they were not
 */
public record CourtProfile(
    String court,
    String district,
    String division,
    String width,
    String height,
    String margin,
    int points,
    int spacing,
    int lineNumbers,
    boolean numbersDefendants,
    int briefPages,
    int replyPages,
    String service,
    String source,
    boolean confirmed) {
  private static final Map<String, CourtProfile> ALL = read();

  /** The profile of a court; the federal default, unconfirmed, for a court without one. */
  static CourtProfile of(Court court) {
    CourtProfile own = ALL.get(court.code());
    if (own != null) {
      return own;
    }
    CourtProfile common = Objects.requireNonNull(ALL.get("*"));
    return common.named(
        court.name().replace("U.S. District Court, ", "").toUpperCase(java.util.Locale.ROOT));
  }

  private CourtProfile named(String itsDistrict) {
    return new CourtProfile(
        court,
        itsDistrict,
        division,
        width,
        height,
        margin,
        points,
        spacing,
        lineNumbers,
        numbersDefendants,
        briefPages,
        replyPages,
        service,
        source,
        confirmed);
  }

  private static Map<String, CourtProfile> read() {
    try (InputStream in =
            Objects.requireNonNull(
                CourtProfile.class.getResourceAsStream("court-profiles.csv"),
                "court-profiles.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> row(line.split(";", -1)))
          .collect(Collectors.toMap(CourtProfile::court, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CourtProfile row(String[] cells) {
    return new CourtProfile(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        Integer.parseInt(cells[6]),
        Integer.parseInt(cells[7]),
        Integer.parseInt(cells[8]),
        Boolean.parseBoolean(cells[9]),
        Integer.parseInt(cells[10]),
        Integer.parseInt(cells[11]),
        cells[12],
        cells[13],
        Boolean.parseBoolean(cells[14]));
  }
}
