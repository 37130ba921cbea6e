package org.proffer.check;

import java.io.IOException;

/** Writes JSON (RFC 8259), commas and escapes included; lone surrogates become U+FFFD. */
public final class JsonText {
  private final Appendable out;
  private boolean first = true;

  public JsonText(Appendable out) {
    this.out = out;
  }

  public JsonText begin(char bracket) throws IOException {
    comma();
    out.append(bracket);
    first = true;
    return this;
  }

  public JsonText end(char bracket) throws IOException {
    out.append(bracket);
    first = false;
    return this;
  }

  public JsonText name(String name) throws IOException {
    comma();
    string(name);
    out.append(':');
    first = true;
    return this;
  }

  public JsonText field(String name, String value) throws IOException {
    return name(name).value(value);
  }

  public JsonText field(String name, long value) throws IOException {
    name(name);
    out.append(Long.toString(value));
    first = false;
    return this;
  }

  public JsonText field(String name, boolean value) throws IOException {
    name(name);
    out.append(Boolean.toString(value));
    first = false;
    return this;
  }

  public JsonText value(String value) throws IOException {
    comma();
    string(value);
    first = false;
    return this;
  }

  private void comma() throws IOException {
    if (!first) {
      out.append(',');
    }
  }

  private void string(String text) throws IOException {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c <= 0x7f || Character.isSurrogate(c)) {
        out.append(text, plain, i).append(escaped(c));
        plain = i + 1;
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default -> Character.isSurrogate(c) ? "\uFFFD" : String.format("\\u%04x", (int) c);
    };
  }
}
