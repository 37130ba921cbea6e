package org.proffer.documents;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * Where a value that a document prints comes from.
 *
 * @param kind kind of record, or {@code form} for what the drafter wrote, {@code messages} for a
 *     count over messages, {@code custody} for the custody log
 * @param record id of the record; empty where there is none
 * @param version of the record that was read; 0 where there is none
 * @param field of the record, or key in the form
 * @param state how far the value can be relied on
 * @param label what the value is, in words
 * @param next what to do where it is missing; empty otherwise
 */
public record Source(
    String kind, String record, int version, String field, State state, String label, String next) {

  /** How far a value can be relied on. */
  public enum State {
    /** The record says so, and nothing stands against it. */
    SAID,
    /** The record says so, and says that it is not verified. */
    UNCERTAIN,
    /** Nobody has said it yet. */
    MISSING
  }

  JsonObject json() {
    return Json.createObjectBuilder()
        .add("kind", kind)
        .add("record", record)
        .add("version", version)
        .add("field", field)
        .add("state", state.name())
        .add("label", label)
        .add("next", next)
        .build();
  }

  static Source of(JsonObject json) {
    return new Source(
        json.getString("kind"),
        json.getString("record"),
        json.getInt("version"),
        json.getString("field"),
        State.valueOf(json.getString("state")),
        json.getString("label"),
        json.getString("next"));
  }
}
