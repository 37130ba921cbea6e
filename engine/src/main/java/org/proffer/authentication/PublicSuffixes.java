package org.proffer.authentication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.IDN;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A recorded public suffix list, by which the organizational domain of a name is found (RFC 7489
 * section 3.2). The list changes, so the one used belongs to the evidence.
 */
public final class PublicSuffixes {
  private final Set<String> rules = new HashSet<>();
  private final Instant recordedAt;
  private final String source;

  private PublicSuffixes(Instant recordedAt, String source) {
    this.recordedAt = recordedAt;
    this.source = source;
  }

  /**
   * Reads a list in the format of publicsuffix.org: one rule a line up to the first white space,
   * comments begin with {@code //}.
   *
   * @param recordedAt of what time the list is
   * @param source who recorded it, as a person would cite it
   */
  public static PublicSuffixes read(Reader list, Instant recordedAt, String source)
      throws IOException {
    PublicSuffixes suffixes = new PublicSuffixes(recordedAt, source);
    BufferedReader lines = new BufferedReader(list);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String rule = line.strip().split("\\s", 2)[0];
      if (!rule.isEmpty() && !rule.startsWith("//")) {
        suffixes.rules.add(ascii(rule));
      }
    }
    return suffixes;
  }

  private static String ascii(String rule) {
    String mark = rule.startsWith("!") ? "!" : rule.startsWith("*.") ? "*." : "";
    String name = rule.substring(mark.length());
    try {
      return mark + IDN.toASCII(name).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return mark + name.toLowerCase(Locale.ROOT);
    }
  }

  /** Of what time the list is, and who recorded it. */
  public String citation() {
    return "public suffix list of " + recordedAt + " (" + source + ")";
  }

  /**
   * The public suffix and one label more; empty for a name that is itself a public suffix. A name
   * under no rule has its last label as suffix, as the list's own algorithm says.
   *
   * @param domain ASCII form, any case
   */
  public Optional<String> organizationalDomain(String domain) {
    String[] labels = domain.toLowerCase(Locale.ROOT).split("\\.");
    int suffix = suffixLength(labels);
    if (labels.length <= suffix) {
      return Optional.empty();
    }
    return Optional.of(tail(labels, suffix + 1));
  }

  private int suffixLength(String[] labels) {
    for (int length = labels.length; length >= 1; length--) {
      String name = tail(labels, length);
      if (rules.contains("!" + name)) {
        return length - 1;
      }
      if (rules.contains(name)) {
        return length;
      }
      if (length >= 2 && rules.contains("*." + tail(labels, length - 1))) {
        return length;
      }
    }
    return 1;
  }

  private static String tail(String[] labels, int length) {
    StringBuilder name = new StringBuilder();
    for (int i = labels.length - length; i < labels.length; i++) {
      name.append(name.isEmpty() ? "" : ".").append(labels[i]);
    }
    return name.toString();
  }
}
