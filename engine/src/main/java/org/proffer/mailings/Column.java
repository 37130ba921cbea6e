package org.proffer.mailings;

import java.util.List;
import java.util.Locale;

/**
 * What a column of a list holds.
 *
 * @param name in mappings
 * @param label as a person reads it
 * @param required whether the list is of no use without it
 * @param usual names that it often has, in lower case without spaces, hyphens and underscores
 */
public record Column(String name, String label, boolean required, List<String> usual) {
  public Column {
    usual = List.copyOf(usual);
  }

  Column(String name, String label, boolean required, String... usual) {
    this(name, label, required, List.of(usual));
  }

  /** Whether a heading of a file most likely means this. */
  boolean isCalled(String heading) {
    String bare = bare(heading);
    return bare.equals(bare(name)) || usual.contains(bare);
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
