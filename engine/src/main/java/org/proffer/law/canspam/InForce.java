package org.proffer.law.canspam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When each requirement is in force; data in {@code in-force.csv}.
 *
 * @param id of the requirement
 * @param from first day, included
 * @param until first day on which it is no longer in force; null while it is
 * @param citation the paragraph
 * @param confirmed whether the dates were confirmed in a source
 */
record InForce(
    String id, LocalDate from, @Nullable LocalDate until, String citation, boolean confirmed) {
  private static final List<InForce> ALL = read();

  /**
   * The row of a requirement.
   *
   * @throws IllegalArgumentException if there is none
   */
  static InForce of(String id) {
    return ALL.stream()
        .filter(row -> row.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("in-force.csv has no row " + id));
  }

  boolean on(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  private static List<InForce> read() {
    try (InputStream in =
            Objects.requireNonNull(
                InForce.class.getResourceAsStream("in-force.csv"), "in-force.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> row(line.split(";", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InForce row(String[] cells) {
    return new InForce(
        cells[0],
        LocalDate.parse(cells[1]),
        cells[2].isEmpty() ? null : LocalDate.parse(cells[2]),
        cells[3],
        Boolean.parseBoolean(cells[4]));
  }
}
