package org.proffer.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.proffer.platform.InvalidInput;

/** The courts, in the order of their names; data in {@code courts.csv}. */
@ApplicationScoped
public class Courts {
  private final List<Court> all = read();

  /** All courts, in the order of their names. */
  public List<Court> all() {
    return all;
  }

  /**
   * The court of a code.
   *
   * @throws InvalidInput if there is none
   */
  public Court get(String code) {
    return all.stream()
        .filter(court -> court.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "court", "There is no court “" + code + "”.", "Choose a court from the list."));
  }

  private static List<Court> read() {
    try (InputStream in =
            Objects.requireNonNull(Courts.class.getResourceAsStream("courts.csv"), "courts.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(";")).map(Courts::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Court row(String[] row) {
    return new Court(
        row[0],
        row[1],
        Pattern.compile(row[3]),
        row[2],
        Boolean.parseBoolean(row[4]),
        ZoneId.of(row[5]));
  }
}
