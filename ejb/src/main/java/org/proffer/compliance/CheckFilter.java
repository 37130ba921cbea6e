package org.proffer.compliance;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.analysis.Method;
import org.proffer.platform.InvalidInput;

/**
 * Which checked messages of a client. Empty or null means: no such filter.
 *
 * @param by which clock tells the day
 * @param from the first day, included, UTC
 * @param until the last day, included, UTC
 * @param dated {@code no} for those without a day; else empty
 * @param violated a requirement
 * @param verdict the gravest finding
 * @param purpose the primary purpose
 * @param method a method that is shown
 * @param untold a method of which it cannot be told
 * @param campaign the domain linked to; {@code none} for no such
 * @param network the network that handed the message over; {@code none} for no such
 */
public record CheckFilter(
    By by,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    String dated,
    String violated,
    String verdict,
    String purpose,
    String method,
    String untold,
    String campaign,
    String network) {
  /** All of a client. */
  public static final CheckFilter ALL =
      new CheckFilter(By.CHECKED, null, null, "", "", "", "", "", "", "", "");

  /** Which clock tells on what day a checked message counts. */
  public enum By {
    /** When it was checked: the portal's own clock. */
    CHECKED("checked_at", "When checked"),
    /** When it was sent, as the message itself says; a draft may not say. */
    SENT("sent_at", "When sent, as the message says");

    private final String column;
    private final String label;

    By(String column, String label) {
      this.column = column;
      this.label = label;
    }

    String column() {
      return column;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /** The condition; its values are bound by name. */
  String where() {
    StringBuilder sql = new StringBuilder("c.client_id = :client");
    String day = "cast(c." + by.column() + " at time zone 'UTC' as date)";
    if (from != null) {
      sql.append(" and ").append(day).append(" >= :from");
    }
    if (until != null) {
      sql.append(" and ").append(day).append(" <= :until");
    }
    if (dated.equals("no")) {
      sql.append(" and c.").append(by.column()).append(" is null");
    }
    if (!violated.isEmpty()) {
      sql.append(" and :violated = any(c.violated)");
    }
    for (String name : new String[] {"verdict", "purpose", "campaign", "network"}) {
      if (values().containsKey(name)) {
        sql.append(" and c.").append(name).append(" = :").append(name);
      }
    }
    if (!method.isEmpty()) {
      sql.append(" and (c.methods & ").append(method(method).shownBit()).append(") <> 0");
    }
    if (!untold.isEmpty()) {
      sql.append(" and (c.methods is null or (c.methods & ")
          .append(method(untold).untoldBit())
          .append(") <> 0)");
    }
    return sql.toString();
  }

  private static Method method(String name) {
    return Arrays.stream(Method.values())
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "method",
                    "“" + name + "” is no method.",
                    "Send one of " + Arrays.toString(Method.values()) + "."));
  }

  /** The values of the condition, by their names; without that of the client. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    if (from != null) {
      values.put("from", from);
    }
    if (until != null) {
      values.put("until", until);
    }
    put(values, "violated", violated);
    put(values, "verdict", verdict);
    put(values, "purpose", purpose);
    put(values, "campaign", campaign);
    put(values, "network", network);
    return values;
  }

  private static void put(Map<String, Object> values, String name, String value) {
    if (!value.isEmpty()) {
      values.put(name, value.equals("none") ? "" : value);
    }
  }
}
