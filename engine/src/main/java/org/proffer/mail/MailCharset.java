package org.proffer.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Charsets as mail really uses them: names outside the register, labels that are wrong, bytes
 * without any label.
 *
 * <p>What is decided, in this order: valid UTF-8 with at least one character beyond ASCII is UTF-8
 * whatever a single-byte label says; a label that is known and fits is believed; undeclared bytes
 * are windows-1252. Latin-1 is read as its superset windows-1252, and the older Chinese and Korean
 * sets as the supersets in use.
 */
final class MailCharset {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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

  private static final Map<String, Known> KNOWN = new ConcurrentHashMap<>();

  /** A name that was looked up; the charset is null for one that is not known. */
  private record Known(@Nullable Charset charset, boolean registered, boolean singleByte) {}

  private MailCharset() {}

  /** The charset of that label, or null where it is not known. */
  static @Nullable Charset named(String label) {
    return known(label).charset;
  }

  /** Whether the label is one that the register or the platform knows. */
  static boolean isRegistered(String label) {
    return known(label).registered;
  }

  private static Known known(String label) {
    String key = label.strip().toLowerCase(Locale.ROOT);
    if (key.length() > 60) {
      return new Known(null, false, false);
    }
    Known found = KNOWN.get(key);
    if (found == null) {
      found = lookUp(key);
      if (KNOWN.size() < 2000) {
        KNOWN.put(key, found);
      }
    }
    return found;
  }

  private static Known lookUp(String key) {
    boolean registered = supported(key) != null;
    String mapped = NAMES.get(key);
    Charset charset = mapped == null ? null : supported(mapped);
    if (charset == null) {
      charset = supported(key);
    }
    if (charset == null && key.startsWith("cp") && key.length() > 3) {
      charset = supported("windows-" + key.substring(key.charAt(2) == '-' ? 3 : 2));
    }
    if (charset == null && key.startsWith("x-")) {
      charset = known(key.substring(2)).charset;
    }
    return new Known(charset, registered, charset != null && DecodedText.isSingleByte(charset));
  }

  private static @Nullable Charset supported(String name) {
    try {
      return Charset.isSupported(name) ? Charset.forName(name) : null;
    } catch (IllegalCharsetNameException noName) {
      return null;
    }
  }

  /**
   * Decodes text.
   *
   * @param declared the label, or null where there is none
   */
  static DecodedText decode(
      byte[] bytes, @Nullable String declared, long length, boolean complete, Problems problems) {
    String label = declared == null || declared.isBlank() ? null : declared;
    Known known = label == null ? null : known(label);
    Charset charset = known == null ? null : known.charset;
    if (label != null && known != null) {
      if (charset == null) {
        problems.found(DefectCode.UNKNOWN_CHARSET);
      } else if (!known.registered) {
        problems.found(DefectCode.UNREGISTERED_CHARSET_NAME);
      }
    }
    boolean stateful =
        charset != null && !charset.equals(StandardCharsets.UTF_8) && !asciiCompatible(charset);
    Utf8 utf8 = Utf8.of(bytes);
    if (utf8.ascii() && !stateful) {
      Charset used = charset == null ? StandardCharsets.US_ASCII : charset;
      return new DecodedText(
          new String(bytes, StandardCharsets.ISO_8859_1),
          isPlain(used) ? used : StandardCharsets.US_ASCII,
          length,
          complete);
    }
    boolean ascii = StandardCharsets.US_ASCII.equals(charset);
    if (charset == null || ascii) {
      problems.found(DefectCode.UNDECLARED_CHARSET);
      if (utf8.valid()) {
        return utf8(bytes, length, complete);
      }
      return utf8.mostly()
          ? malformed(bytes, StandardCharsets.UTF_8, length, complete, problems)
          : single(bytes, WINDOWS_1252, length, complete);
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      if (utf8.valid()) {
        return utf8(bytes, length, complete);
      }
      if (utf8.mostly()) {
        return malformed(bytes, StandardCharsets.UTF_8, length, complete, problems);
      }
      problems.found(DefectCode.WRONG_CHARSET);
      return single(bytes, WINDOWS_1252, length, complete);
    }
    if (!stateful && utf8.valid() && known != null && (known.singleByte || utf8.sequences() > 3)) {
      problems.found(DefectCode.WRONG_CHARSET);
      return utf8(bytes, length, complete);
    }
    if (known != null && known.singleByte) {
      return single(bytes, charset, length, complete);
    }
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return new DecodedText(text, charset, length, complete, bytes);
    } catch (CharacterCodingException notOfThisCharset) {
      return malformed(bytes, charset, length, complete, problems);
    }
  }

  /** Decodes a few bytes of a header field or parameter: strictly if it can be, else somehow. */
  static String decodeShort(byte[] bytes, @Nullable Charset charset) {
    Charset use = charset;
    if (use == null || use.equals(StandardCharsets.US_ASCII)) {
      use = Utf8.of(bytes).valid() ? StandardCharsets.UTF_8 : WINDOWS_1252;
    } else if (use.equals(StandardCharsets.UTF_8)) {
      Utf8 utf8 = Utf8.of(bytes);
      use = utf8.valid() || utf8.mostly() ? StandardCharsets.UTF_8 : WINDOWS_1252;
    } else if (DecodedText.isSingleByte(use)) {
      Utf8 utf8 = Utf8.of(bytes);
      use = utf8.valid() && !utf8.ascii() ? StandardCharsets.UTF_8 : use;
    }
    return new String(bytes, use);
  }

  private static DecodedText utf8(byte[] bytes, long length, boolean complete) {
    return new DecodedText(
        new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, length, complete);
  }

  private static DecodedText single(byte[] bytes, Charset charset, long length, boolean complete) {
    return new DecodedText(new String(bytes, charset), charset, length, complete);
  }

  private static DecodedText malformed(
      byte[] bytes, Charset charset, long length, boolean complete, Problems problems) {
    problems.found(DefectCode.MALFORMED_TEXT);
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes));
      return new DecodedText(text.toString(), charset, length, complete, bytes);
    } catch (CharacterCodingException | RuntimeException decoderFails) {
      return single(bytes, WINDOWS_1252, length, complete);
    }
  }

  private static boolean isPlain(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) || DecodedText.isSingleByte(charset);
  }

  private static boolean asciiCompatible(Charset charset) {
    String name = charset.name().toLowerCase(Locale.ROOT);
    return !(name.startsWith("utf-16")
            || name.startsWith("utf-32")
            || name.startsWith("x-utf")
            || name.contains("2022")
            || name.startsWith("ibm")
            || name.startsWith("x-ibm")
            || name.contains("hz"))
        || name.matches("(x-)?ibm(437|8\\d\\d|0?0?858)");
  }

  /** Takes what was found wrong. */
  interface Problems {
    void found(DefectCode code);
  }

  /**
   * What bytes look like as UTF-8.
   *
   * @param ascii no byte above 127
   * @param sequences well-formed sequences of several bytes
   * @param errors places that are not well-formed
   */
  record Utf8(boolean ascii, int sequences, int errors) {

    boolean valid() {
      return errors == 0;
    }

    /** Plainly UTF-8 with a few damaged places. */
    boolean mostly() {
      return sequences > errors;
    }

    static Utf8 of(byte[] b) {
      int i = 0;
      int n = b.length;
      while (i < n && b[i] >= 0) {
        i++;
      }
      if (i == n) {
        return new Utf8(true, 0, 0);
      }
      int sequences = 0;
      int errors = 0;
      while (i < n) {
        int c = b[i] & 0xff;
        if (c < 0x80) {
          i++;
          continue;
        }
        int more =
            c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : 0;
        if (more > 0 && continues(b, i, more)) {
          sequences++;
          i += more + 1;
        } else {
          errors++;
          i++;
        }
      }
      return new Utf8(false, sequences, errors);
    }

    private static boolean continues(byte[] b, int at, int more) {
      if (at + more >= b.length) {
        return false;
      }
      for (int k = 1; k <= more; k++) {
        if ((b[at + k] & 0xc0) != 0x80) {
          return false;
        }
      }
      int first = b[at] & 0xff;
      int second = b[at + 1] & 0xff;
      return !(first == 0xe0 && second < 0xa0)
          && !(first == 0xed && second > 0x9f)
          && !(first == 0xf0 && second < 0x90)
          && !(first == 0xf4 && second > 0x8f);
    }
  }
}
