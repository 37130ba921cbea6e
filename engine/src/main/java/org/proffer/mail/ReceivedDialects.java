package org.proffer.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms in which mail servers write Received lines, from {@code received-dialects.tsv}. */
final class ReceivedDialects {
  private static final List<Dialect> ALL = load();

  /** A form: its name, a text every such line has, and what the line looks like. */
  record Dialect(String name, String text, Pattern form) {}

  private ReceivedDialects() {}

  /** The forms in the order in which they are tried. */
  static List<Dialect> all() {
    return ALL;
  }

  /**
   * The name of the form, or null where no form fits.
   *
   * @param line the line before its date, white space folded
   */
  static @Nullable String nameOf(String line) {
    for (Dialect dialect : ALL) {
      if (line.contains(dialect.text) && dialect.form.matcher(line).find()) {
        return dialect.name;
      }
    }
    return null;
  }

  private static List<Dialect> load() {
    InputStream in = ReceivedDialects.class.getResourceAsStream("received-dialects.tsv");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 3))
          .map(cell -> new Dialect(cell[0], cell[1], Pattern.compile(cell[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
