package org.proffer.authentication;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list of tags as RFC 6376 section 3.2 writes them: names are case-sensitive and unique, folding
 * white space around names and values does not count, one semicolon may close the list.
 *
 * @param tags value by name, in order
 */
record TagList(Map<String, String> tags) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  static TagList read(String text) throws Stopped {
    Map<String, String> tags = new LinkedHashMap<>();
    String[] specs = text.split(";", -1);
    for (int i = 0; i < specs.length; i++) {
      String spec = strip(specs[i]);
      if (spec.isEmpty() && i == specs.length - 1 && i > 0) {
        break;
      }
      int equals = spec.indexOf('=');
      String name = equals < 0 ? spec : strip(spec.substring(0, equals));
      if (equals < 0 || !NAME.matcher(name).matches()) {
        throw Stopped.permanently("'" + shorten(spec) + "' is not a tag");
      }
      String value = strip(spec.substring(equals + 1));
      if (value.chars().anyMatch(TagList::isForbidden)) {
        throw Stopped.permanently("the tag " + name + " holds a character that is not allowed");
      }
      if (tags.putIfAbsent(name, value) != null) {
        throw Stopped.permanently("the tag " + name + " stands twice");
      }
    }
    return new TagList(tags);
  }

  private static boolean isForbidden(int c) {
    return !isSpace(c) && (c < 0x21 || c > 0x7e);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(tags.get(name));
  }

  /** The value of a tag that must be there and not be empty. */
  String required(String name) throws Stopped {
    String value = tags.get(name);
    if (value == null || value.isEmpty()) {
      throw Stopped.permanently(
          value == null ? "the tag " + name + " is missing" : "the tag " + name + " is empty");
    }
    return value;
  }

  /** The bytes of a base64 value; white space within does not count. */
  static Octets base64(String name, String value) throws Stopped {
    try {
      return new Octets(Base64.getDecoder().decode(value.replaceAll("[ \t\r\n]+", "")));
    } catch (IllegalArgumentException e) {
      throw Stopped.permanently("the tag " + name + " is not base64");
    }
  }

  /** The value of a tag that holds a decimal number, if it is there. */
  Optional<Long> number(String name) throws Stopped {
    String value = tags.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.matches("[0-9]{1,76}")) {
      throw Stopped.permanently("the tag " + name + " is not a number");
    }
    return Optional.of(value.length() > 18 ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(value));
  }
}
