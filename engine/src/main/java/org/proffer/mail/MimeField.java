package org.proffer.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A structured MIME field, such as {@code Content-Type}: a value and its parameters, with pieces
 * joined and charsets decoded (RFC 2231).
 *
 * @param value what stands before the first semicolon, lower case
 * @param parameters by lower-case name, in the order of the field
 */
record MimeField(String value, Map<String, String> parameters) {
  private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]{1,60}\\?[bBqQ]\\?");
  static final MimeField ABSENT = new MimeField("", Map.of());

  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  static MimeField read(String raw, MailCharset.Problems problems) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    RawBody body =
        RawFieldParser.DEFAULT.parseRawBody(
            new ByteArrayBuffer(bytes, true), new ParserCursor(0, bytes.length));
    String value = body.getValue() == null ? "" : body.getValue();
    if (oddQuotes(raw)) {
      problems.found(DefectCode.UNTERMINATED_QUOTE);
    }
    if (body.getParams().isEmpty()) {
      return new MimeField(value.strip().toLowerCase(Locale.ROOT), Map.of());
    }
    if (raw.contains("=?") && ENCODED_WORD.matcher(raw).find()) {
      problems.found(DefectCode.ENCODED_WORD_IN_PARAMETER);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, TreeMap<Integer, Piece>> pieces = new LinkedHashMap<>();
    for (NameValuePair pair : body.getParams()) {
      String name = pair.getName() == null ? "" : pair.getName().strip().toLowerCase(Locale.ROOT);
      String given = pair.getValue() == null ? "" : pair.getValue();
      int star = name.indexOf('*');
      if (name.isEmpty() && given.isEmpty()) {
        continue;
      }
      if (star > 0) {
        piece(name, star, given, pieces, problems);
      } else if (parameters.putIfAbsent(name, plain(given)) != null) {
        problems.found(DefectCode.DUPLICATE_PARAMETER);
      } else if (given.indexOf(' ') >= 0 && !raw.contains("\"")) {
        problems.found(DefectCode.UNQUOTED_PARAMETER);
      }
    }
    pieces.forEach((name, found) -> parameters.put(name, join(found, problems)));
    return new MimeField(value.strip().toLowerCase(Locale.ROOT), parameters);
  }

  private static boolean oddQuotes(String raw) {
    boolean open = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && open) {
        i++;
      } else if (c == '"') {
        open = !open;
      }
    }
    return open;
  }

  private static String plain(String given) {
    return EncodedWords.decode(given, code -> {}).strip();
  }

  /** One piece of a parameter as in {@code name*0*}. */
  private record Piece(String given, boolean extended) {}

  private static void piece(
      String name,
      int star,
      String given,
      Map<String, TreeMap<Integer, Piece>> pieces,
      MailCharset.Problems problems) {
    String rest = name.substring(star + 1);
    boolean extended = rest.isEmpty() || rest.endsWith("*");
    String digits = rest.endsWith("*") ? rest.substring(0, rest.length() - 1) : rest;
    int number = 0;
    if (!digits.isEmpty()) {
      if (digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        problems.found(DefectCode.BROKEN_PARAMETER_PIECES);
        return;
      }
      number = Integer.parseInt(digits);
    }
    Piece before =
        pieces
            .computeIfAbsent(name.substring(0, star), n -> new TreeMap<>())
            .putIfAbsent(number, new Piece(given, extended));
    if (before != null) {
      problems.found(DefectCode.DUPLICATE_PARAMETER);
    }
  }

  private static String join(TreeMap<Integer, Piece> pieces, MailCharset.Problems problems) {
    if (pieces.firstKey() != 0 || pieces.lastKey() != pieces.size() - 1) {
      problems.found(DefectCode.BROKEN_PARAMETER_PIECES);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Charset charset = null;
    boolean first = true;
    for (Piece piece : new ArrayList<>(pieces.values())) {
      String text = piece.given;
      if (piece.extended && first) {
        int one = text.indexOf('\'');
        int two = one < 0 ? -1 : text.indexOf('\'', one + 1);
        if (two >= 0) {
          charset = CharsetLabel.of(text.substring(0, one)).charset();
          if (charset == null && one > 0) {
            problems.found(DefectCode.MALFORMED_EXTENDED_PARAMETER);
          }
          text = text.substring(two + 1);
        } else {
          problems.found(DefectCode.MALFORMED_EXTENDED_PARAMETER);
        }
      }
      first = false;
      append(bytes, text, piece.extended, problems);
    }
    String joined =
        MailCharset.decodeShort(
            bytes.toByteArray(), charset, DefectCode.MALFORMED_EXTENDED_PARAMETER, problems);
    return joined.contains("=?") ? plain(joined) : joined;
  }

  private static void append(
      ByteArrayOutputStream bytes, String text, boolean extended, MailCharset.Problems problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = extended && c == '%' ? EncodedWords.hex(text, i + 1) : -1;
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else {
        if (extended && c == '%') {
          problems.found(DefectCode.MALFORMED_EXTENDED_PARAMETER);
        }
        bytes.write(c);
      }
    }
  }
}
