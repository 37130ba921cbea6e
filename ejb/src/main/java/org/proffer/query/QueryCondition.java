package org.proffer.query;

import java.util.List;
import java.util.Map;

/**
 * A query as a condition on the rows of {@code proffer.message}.
 *
 * @param sql true for the messages that match; its values are bound by name
 * @param values by name
 * @param words the words looked for in text, as a query of text search to show them by; empty where
 *     there are none
 * @param notes what of the query could not be looked for, for a person to read
 */
public record QueryCondition(
    String sql, Map<String, Object> values, String words, List<String> notes) {
  public QueryCondition {
    values = Map.copyOf(values);
    notes = List.copyOf(notes);
  }
}
