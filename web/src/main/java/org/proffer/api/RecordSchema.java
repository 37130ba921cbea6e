package org.proffer.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.proffer.records.FieldView;
import org.proffer.records.RecordKind;

/** The JSON schema (2020-12) of the content of a kind of record. */
final class RecordSchema {
  private RecordSchema() {}

  static JsonObject of(RecordKind<?> kind) {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    JsonArrayBuilder required = Json.createArrayBuilder();
    for (FieldView field : kind.fields()) {
      properties.add(field.name(), property(field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    return Json.createObjectBuilder()
        .add("name", kind.name())
        .add("plural", kind.plural())
        .add("label", kind.label())
        .add(
            "schema",
            Json.createObjectBuilder()
                .add("$schema", "https://json-schema.org/draft/2020-12/schema")
                .add("title", kind.label())
                .add("type", "object")
                .add("properties", properties)
                .add("required", required)
                .add("additionalProperties", false))
        .build();
  }

  private static JsonObject property(FieldView field) {
    JsonObjectBuilder property = Json.createObjectBuilder().add("title", field.label());
    if (!field.hint().isEmpty()) {
      property.add("description", field.hint());
    }
    switch (field.type()) {
      case TEXTS, CHOICES, REFERENCES ->
          property
              .add("type", "array")
              .add("uniqueItems", true)
              .add("items", value(Json.createObjectBuilder(), field));
      default -> value(property, field);
    }
    return property.build();
  }

  private static JsonObjectBuilder value(JsonObjectBuilder json, FieldView field) {
    switch (field.type()) {
      case NUMBER -> json.add("type", "integer");
      case MONEY -> json.add("type", "number").add("multipleOf", 0.01);
      case YES_NO -> json.add("type", "boolean");
      case DATE -> json.add("type", "string").add("format", "date");
      case INSTANT -> json.add("type", "string").add("format", "date-time");
      case REFERENCE, REFERENCES ->
          json.add("type", "string")
              .add("format", "uuid")
              .add("description", "Id of a " + field.refersTo());
      default -> json.add("type", "string").add("maxLength", field.most());
    }
    if (!field.choices().isEmpty()) {
      JsonArrayBuilder choices = Json.createArrayBuilder();
      field.choices().forEach(choice -> choices.add(choice.value()));
      json.add("enum", choices);
    }
    return json;
  }
}
