package org.proffer.records;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of fields in words, for people who compare versions. */
final class Words {
  private final RecordStore store;
  private final UUID caseId;

  Words(RecordStore store, UUID caseId) {
    this.store = store;
    this.caseId = caseId;
  }

  String of(FieldView field, JsonObject content) {
    JsonValue value = content.get(field.name());
    if (value == null) {
      return "";
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(one -> one(field, one)).collect(Collectors.joining("; "));
    }
    return one(field, value);
  }

  private String one(FieldView field, JsonValue value) {
    return switch (field.type()) {
      case CHOICE, CHOICES -> label(field, ((JsonString) value).getString());
      case REFERENCE, REFERENCES ->
          store.title(field.refersTo(), caseId, UUID.fromString(((JsonString) value).getString()));
      case YES_NO -> value == JsonValue.TRUE ? "yes" : "no";
      default ->
          value instanceof JsonString text ? label(field, text.getString()) : value.toString();
    };
  }

  private static String label(FieldView field, String value) {
    return field.choices().stream()
        .filter(choice -> choice.value().equals(value))
        .findFirst()
        .map(FieldView.Choice::label)
        .orElse(value);
  }

  List<Revision.Change> changes(
      List<FieldView> fields, @Nullable JsonObject before, JsonObject after) {
    return fields.stream()
        .filter(
            f ->
                before == null
                    ? !of(f, after).isEmpty() && after.get(f.name()) != JsonValue.FALSE
                    : !Objects.equals(before.get(f.name()), after.get(f.name())))
        .map(
            f ->
                new Revision.Change(
                    f.name(), f.label(), before == null ? "" : of(f, before), of(f, after)))
        .toList();
  }
}
