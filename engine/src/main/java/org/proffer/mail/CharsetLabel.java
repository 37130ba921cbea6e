package org.proffer.mail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The name of a charset as mail writes it, and what is meant by it. Latin-1 is read as its superset
 * windows-1252, and the older Chinese, Japanese and Korean sets as the supersets in use.
 *
 * @param charset null for a name that is not known
 * @param registered whether the register or the platform has the name
 * @param singleByte whether every character is one byte
 * @param narrower the charset of that very name where {@code charset} is a superset of it
 */
record CharsetLabel(
    @Nullable Charset charset, boolean registered, boolean singleByte, @Nullable Charset narrower) {
  private static final CharsetLabel UNKNOWN = new CharsetLabel(null, false, false, null);
  private static final Set<String> REGISTERED_HERE =
      Set.of("utf-7", "unicode-1-1-utf-7", "csunicode11utf7");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("cp936", "GB18030"),
          Map.entry("chinese", "GB18030"),
          Map.entry("chinesebig5", "Big5-HKSCS"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("ks_c_5601", "x-windows-949"),
          Map.entry("ksc5601", "x-windows-949"),
          Map.entry("ks_c_5601-1989", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("korean", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso_8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("l1", "windows-1252"),
          Map.entry("iso-8859-1-windows-3.0-latin-1", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("x-ansi", "windows-1252"),
          Map.entry("cp-1252", "windows-1252"),
          Map.entry("win-1252", "windows-1252"),
          Map.entry("windows1252", "windows-1252"),
          Map.entry("iso-8859-8-i", "ISO-8859-8"),
          Map.entry("iso-8859-8-e", "ISO-8859-8"),
          Map.entry("logical", "ISO-8859-8"),
          Map.entry("visual", "ISO-8859-8"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("iso-8859-10", "ISO-8859-10"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("cp-850", "IBM850"),
          Map.entry("dos-850", "IBM850"),
          Map.entry("koi8", "KOI8-R"),
          Map.entry("win-1251", "windows-1251"),
          Map.entry("windows1251", "windows-1251"),
          Map.entry("win1251", "windows-1251"),
          Map.entry("utf7", "UTF-7"),
          Map.entry("unicode-1-1-utf-7", "UTF-7"),
          Map.entry("unicode-2-0-utf-7", "UTF-7"),
          Map.entry("csunicode11utf7", "UTF-7"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("utf-8mb4", "UTF-8"),
          Map.entry("utf8mb4", "UTF-8"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"),
          Map.entry("unicode", "UTF-16"),
          Map.entry("ucs-2", "UTF-16"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("x-mac-roman", "x-MacRoman"),
          Map.entry("mac", "x-MacRoman"),
          Map.entry("ascii", "US-ASCII"),
          Map.entry("us", "US-ASCII"),
          Map.entry("usascii", "US-ASCII"),
          Map.entry("us-ascii", "US-ASCII"),
          Map.entry("ansi_x3.4-1968", "US-ASCII"),
          Map.entry("iso-646-us", "US-ASCII"),
          Map.entry("646", "US-ASCII"),
          Map.entry("iso646-us", "US-ASCII"));

  private static final Map<String, CharsetLabel> KNOWN = new ConcurrentHashMap<>();

  /** What is meant by a name. */
  static CharsetLabel of(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    if (key.length() > 60) {
      return UNKNOWN;
    }
    CharsetLabel found = KNOWN.get(key);
    if (found == null) {
      found = lookUp(key);
      if (KNOWN.size() < 2000) {
        KNOWN.put(key, found);
      }
    }
    return found;
  }

  private static CharsetLabel lookUp(String key) {
    Charset named = supported(key);
    boolean registered = named != null || REGISTERED_HERE.contains(key);
    String mapped = NAMES.get(key);
    Charset charset = mapped == null ? named : supported(mapped);
    if (charset == null && key.startsWith("cp") && key.length() > 3) {
      charset = supported("windows-" + key.substring(key.charAt(2) == '-' ? 3 : 2));
    }
    if (charset == null && key.startsWith("x-")) {
      charset = of(key.substring(2)).charset;
    }
    if (charset == null) {
      return UNKNOWN;
    }
    return new CharsetLabel(
        charset,
        registered,
        DecodedText.isSingleByte(charset),
        charset.equals(named) ? null : named);
  }

  private static @Nullable Charset supported(String name) {
    if (name.equalsIgnoreCase("utf-7")) {
      return Utf7.CHARSET;
    }
    try {
      return Charset.isSupported(name) ? Charset.forName(name) : null;
    } catch (IllegalCharsetNameException noName) {
      return null;
    }
  }

  /** Whether bytes below 128 always stand for the characters of US-ASCII. */
  boolean isAsciiCompatible() {
    if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    String name = charset.name().toLowerCase(Locale.ROOT);
    return !(name.startsWith("utf-")
            || name.startsWith("x-utf")
            || name.contains("2022")
            || name.startsWith("ibm")
            || name.startsWith("x-ibm")
            || name.contains("hz"))
        || name.matches("(x-)?ibm(437|8\\d\\d|0?0?858)");
  }
}
