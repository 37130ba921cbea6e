package org.proffer.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Received field of the common form; what it does not understand is kept verbatim in the
 * hop.
 */
final class ReceivedField {
  private static final Pattern FROM =
      Pattern.compile(
          "^\\s{0,9}from\\s{1,9}([^\\s();]{1,255})\\s{0,9}(?:\\(([^()]{0,400})\\))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\[?(\\d{1,3}(?:\\.\\d{1,3}){3}|(?:IPv6:)?[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})\\]?");

  private static final Pattern BY = after("by");
  private static final Pattern WITH = after("with");
  private static final Pattern ID = after("id");
  private static final Pattern FOR = after("for");

  private ReceivedField() {}

  private static Pattern after(String keyword) {
    return Pattern.compile(
        "(?:^|[\\s)])" + keyword + "\\s{1,9}<?([^\\s();<>]{1,255})", Pattern.CASE_INSENSITIVE);
  }

  static Hop read(HeaderField field) {
    String raw = field.raw();
    Matcher from = FROM.matcher(raw);
    boolean hasFrom = from.find();
    String peer = hasFrom ? from.group(2) : null;
    String by = word(raw, BY);
    int semicolon = raw.lastIndexOf(';');
    return new Hop(
        raw,
        field.offset(),
        hasFrom ? from.group(1) : null,
        reverseName(peer),
        address(peer == null && hasFrom ? from.group(1) : peer),
        by,
        word(raw, WITH),
        word(raw, ID),
        word(raw, FOR),
        semicolon < 0 ? null : DateField.read(raw.substring(semicolon + 1)),
        by != null && semicolon >= 0);
  }

  private static @Nullable String reverseName(@Nullable String peer) {
    if (peer == null) {
      return null;
    }
    String first = peer.strip().split("[\\s\\[]", 2)[0];
    return first.contains(".") && !ADDRESS.matcher(first).matches() ? first : null;
  }

  private static @Nullable String address(@Nullable String peer) {
    if (peer == null) {
      return null;
    }
    Matcher address = ADDRESS.matcher(peer);
    return address.find() ? address.group(1) : null;
  }

  private static @Nullable String word(String raw, Pattern after) {
    Matcher word = after.matcher(raw);
    return word.find() ? word.group(1) : null;
  }
}
