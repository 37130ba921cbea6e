package org.proffer.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the drafter wrote in the form of a document, for the blanks of its template. */
final class Filling {
  private static final Map<String, String> LABELS = labels();

  private final Map<String, String> form;
  private final Traces traces;

  Filling(Map<String, String> form, Traces traces) {
    this.form = Map.copyOf(form);
    this.traces = traces;
  }

  /** The value of a blank, marked; its name in brackets while it is empty. */
  String value(String key) {
    return value(key, label(key));
  }

  /** The value of a blank with a label of its own. */
  String value(String key, String label) {
    return traces.form(key, label, form.getOrDefault(key, ""));
  }

  /** What was written; empty if nothing was. */
  String written(String key) {
    return form.getOrDefault(key, "").strip();
  }

  /** Whether anything was written. */
  boolean has(String key) {
    return !written(key).isEmpty();
  }

  /** The words beside a blank: those of {@code fills.csv}, else its name in words. */
  static String label(String key) {
    String known = LABELS.get(key);
    return known != null
        ? known
        : key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> labels() {
    try (InputStream in =
            Objects.requireNonNull(Filling.class.getResourceAsStream("fills.csv"), "fills.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, String> labels = new HashMap<>();
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(";", 2))
          .forEach(cells -> labels.put(cells[0], cells[1]));
      return Map.copyOf(labels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
