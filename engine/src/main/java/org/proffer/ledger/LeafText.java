package org.proffer.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of a leaf: JSON with sorted names and without spaces (RFC 8785); what is not there is
 * left out.
 */
final class LeafText {
  private final Map<String, String> values = new TreeMap<>();

  LeafText put(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, quoted(value.toString()));
    }
    return this;
  }

  LeafText number(String name, @Nullable Number value) {
    if (value != null) {
      values.put(name, value.toString());
    }
    return this;
  }

  @Override
  public String toString() {
    StringBuilder json = new StringBuilder("{");
    values.forEach(
        (name, value) ->
            json.append(json.length() == 1 ? "\"" : ",\"")
                .append(name)
                .append("\":")
                .append(value));
    return json.append('}').toString();
  }

  /** A string of RFC 8785, 3.2.2.2. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
