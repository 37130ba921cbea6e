package org.proffer.mail;

import java.util.Map;

/**
 * Time zones by name. Those of RFC 5322 4.3 and such others as mean one thing only; {@code IST},
 * which is the time of three countries, is not among them.
 */
final class ZoneName {
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("ut", 0),
          Map.entry("gmt", 0),
          Map.entry("utc", 0),
          Map.entry("z", 0),
          Map.entry("wet", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("akst", -9),
          Map.entry("akdt", -8),
          Map.entry("hst", -10),
          Map.entry("west", 1),
          Map.entry("bst", 1),
          Map.entry("cet", 1),
          Map.entry("met", 1),
          Map.entry("cest", 2),
          Map.entry("mest", 2),
          Map.entry("eet", 2),
          Map.entry("sast", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("msd", 4),
          Map.entry("hkt", 8),
          Map.entry("sgt", 8),
          Map.entry("jst", 9),
          Map.entry("kst", 9),
          Map.entry("aest", 10),
          Map.entry("aedt", 11),
          Map.entry("nzst", 12),
          Map.entry("nzdt", 13));

  private ZoneName() {}

  /** Seconds east of Greenwich; 0 for a name that is not known, as RFC 5322 4.3 asks. */
  static int seconds(String lowerCaseName) {
    return HOURS.getOrDefault(lowerCaseName, 0) * 3600;
  }

  /** Whether it is a name (no number), of more than one letter, that is not in the table. */
  static boolean isUnknown(String zone) {
    return zone.length() > 1 && Character.isLetter(zone.charAt(0)) && !HOURS.containsKey(zone);
  }
}
