package org.proffer.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.TreeHash;

/**
 * An entry of the audit log as it is read.
 *
 * @param id of the row; its place in the log is another number
 * @param place in the log, from 0; null while it has none yet
 * @param at when, UTC, in microseconds
 * @param address where from; null for the portal's own work
 * @param session a name of the session; null without one
 */
public record AuditRow(
    long id,
    @Nullable Long place,
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

  /** The columns of a row in the order of {@link #of}; the table is e, its place l. */
  static final String COLUMNS =
      "e.id, l.place, e.at, e.actor, e.action, e.case_id, e.object_type, e.object_id, e.outcome,"
          + " e.detail, e.address, e.session, e.bytes, e.value_before, e.value_after";

  static AuditRow of(Object[] c) {
    return new AuditRow(
        ((Number) c[0]).longValue(),
        (Long) c[1],
        (Instant) c[2],
        (String) c[3],
        (String) c[4],
        (UUID) c[5],
        (String) c[6],
        (String) c[7],
        (String) c[8],
        (String) c[9],
        (String) c[10],
        (String) c[11],
        (Long) c[12],
        (String) c[13],
        (String) c[14]);
  }

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
  TreeHash hash() {
    return TreeHash.ofLeaf(leaf().getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
