package org.proffer.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads limits from a line of configuration such as {@code search=200/4000,export=5/50}. */
final class PaceLimits {
  private static final Pattern ONE = Pattern.compile("([a-z-]+)=(\\d{1,7})/(\\d{1,7})");

  private PaceLimits() {}

  /**
   * All limits: those of the line, and the usual ones for what it does not name.
   *
   * @param line null or empty for none
   * @throws IllegalArgumentException if it cannot be read, naming the part
   */
  static Map<Pace, Pace.Limit> of(@Nullable String line) {
    Map<Pace, Pace.Limit> limits = new EnumMap<>(Pace.class);
    for (Pace pace : Pace.values()) {
      limits.put(pace, pace.limit());
    }
    if (line != null && !line.isBlank()) {
      for (String part : line.split(",", -1)) {
        Matcher found = ONE.matcher(part.strip());
        if (!found.matches()) {
          throw wrong(part);
        }
        Pace pace =
            Arrays.stream(Pace.values())
                .filter(p -> p.words().equals(found.group(1)))
                .findFirst()
                .orElseThrow(() -> wrong(part));
        limits.put(
            pace,
            new Pace.Limit(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
      }
    }
    return limits;
  }

  private static IllegalArgumentException wrong(String part) {
    return new IllegalArgumentException(
        "PROFFER_LIMITS: “"
            + part
            + "” is no limit; write NAME=PERSON/ADDRESS with a name of "
            + Arrays.stream(Pace.values()).map(Pace::words).toList()
            + ", for example search=200/4000");
  }
}
