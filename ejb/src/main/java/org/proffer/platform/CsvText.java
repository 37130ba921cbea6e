package org.proffer.platform;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV (RFC 4180): every cell in quotes, CR LF at the end. What a spreadsheet would take
 * for a formula is marked as text by an apostrophe.
 */
public final class CsvText {
  private static final String FORMULA = "=+-@\t\r";

  private CsvText() {}

  /** A line; null is an empty cell. */
  public static String line(Stream<? extends @Nullable Object> cells) {
    return cells
        .map(cell -> cell(Objects.toString(cell, "")))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A line of texts. */
  public static String line(Collection<String> cells) {
    return line(cells.stream());
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
