package org.proffer.web.records;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.Json;
import org.proffer.records.FieldView;

/** What stands in the fields of a form, and the JSON form of it. */
final class FormValues {
  private static final int TO_THE_MINUTE = "2009-11-23T14:30".length();

  private FormValues() {}

  static Map<String, Object> of(List<FieldView> fields, JsonObject content) {
    Map<String, Object> values = new HashMap<>();
    for (FieldView field : fields) {
      JsonValue value = content.get(field.name());
      if (value != null) {
        values.put(field.name(), shown(field, value));
      }
    }
    return values;
  }

  static Object shown(FieldView field, JsonValue value) {
    if (value instanceof JsonArray array) {
      List<String> all =
          array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
      return inLines(field) ? String.join("\n", all) : all;
    }
    if (value instanceof JsonString string) {
      String text = string.getString();
      return field.type() == FieldView.Type.INSTANT && text.length() > TO_THE_MINUTE
          ? text.substring(0, TO_THE_MINUTE)
          : text;
    }
    return field.type() == FieldView.Type.YES_NO ? value == JsonValue.TRUE : value.toString();
  }

  private static boolean inLines(FieldView field) {
    return field.type() == FieldView.Type.TEXTS && field.choices().isEmpty();
  }

  static JsonObject json(List<FieldView> fields, Map<String, Object> values) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (FieldView field : fields) {
      Object value = values.get(field.name());
      if (value != null) {
        json.add(field.name(), json(field, value));
      }
    }
    return json.build();
  }

  private static JsonValue json(FieldView field, Object value) {
    return switch (field.type()) {
      case YES_NO -> Boolean.parseBoolean(value.toString()) ? JsonValue.TRUE : JsonValue.FALSE;
      case TEXTS, CHOICES, REFERENCES -> array(all(field, value));
      default -> Json.createValue(value.toString());
    };
  }

  private static JsonArray array(Collection<?> all) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    all.stream().map(Object::toString).filter(one -> !one.isBlank()).forEach(array::add);
    return array.build();
  }

  private static Collection<?> all(FieldView field, @Nullable Object value) {
    if (value instanceof Collection<?> list) {
      return list;
    }
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    String text = String.valueOf(value);
    return inLines(field) ? text.lines().map(String::strip).toList() : List.of(text);
  }
}
