package org.proffer.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as it is hashed: whoever holds the rows can make the leaves again,
 * without the portal.
 *
 * @param id of the row
 * @param at when, UTC, in microseconds
 * @param address where from; null for the portal's own work
 * @param session a name of the session; null without one
 * @param bytes how much was handed out; null where nothing was
 * @param before what it was before a change; null where nothing changed
 * @param after what it is now
 */
public record LoggedAct(
    long id,
    Instant at,
    String actor,
    String action,
    @Nullable UUID caseId,
    String objectType,
    String objectId,
    String outcome,
    String detail,
    @Nullable String address,
    @Nullable String session,
    @Nullable Long bytes,
    @Nullable String before,
    @Nullable String after) {

  /**
   * The bytes of the leaf, as text: JSON with sorted names and without spaces; what is not there is
   * left out.
   */
  public String leaf() {
    Map<String, String> values = new TreeMap<>();
    values.put("id", Long.toString(id));
    put(values, "at", at.toString());
    put(values, "actor", actor);
    put(values, "action", action);
    put(values, "case", caseId);
    put(values, "objectType", objectType);
    put(values, "objectId", objectId);
    put(values, "outcome", outcome);
    put(values, "detail", detail);
    put(values, "address", address);
    put(values, "session", session);
    put(values, "before", before);
    put(values, "after", after);
    if (bytes != null) {
      values.put("bytes", bytes.toString());
    }
    StringBuilder json = new StringBuilder("{");
    values.forEach(
        (name, value) ->
            json.append(json.length() == 1 ? "\"" : ",\"")
                .append(name)
                .append("\":")
                .append(value));
    return json.append('}').toString();
  }

  /** The hash of the leaf. */
  public TreeHash hash() {
    return TreeHash.ofLeaf(leaf().getBytes(StandardCharsets.UTF_8));
  }

  private static void put(Map<String, String> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, quoted(value.toString()));
    }
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
