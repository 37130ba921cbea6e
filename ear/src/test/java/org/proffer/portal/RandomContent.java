package org.proffer.portal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Content for records of any kind, drawn by the schemas the portal serves: fields filled or left
 * out, texts of every script and of nothing but signs, references to records that are there.
 */
final class RandomContent {
  private static final List<String> PIECES =
      List.of(
          "Ann",
          "Poe",
          " ",
          "“quoted”",
          "\"",
          "\\",
          "</script>",
          "&amp;",
          "’",
          "\n",
          "\t",
          "é",
          "e\u0301",
          "中文",
          "עברית",
          "\u202e",
          "\u200b",
          "😀",
          "{{x}}",
          "%s",
          "0",
          ".");

  private final Random random;
  private final Map<String, List<String>> idsByKind = new HashMap<>();

  RandomContent(long seed) {
    this.random = new Random(seed);
  }

  /** Says that there is a record of a kind, to be referred to. */
  void is(String kind, String id) {
    idsByKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(id);
  }

  /** One of the list. */
  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Content by a schema; empty where it needs a record of a kind of which there is none. */
  Optional<JsonObject> of(JsonObject schema) {
    List<String> required =
        schema.getJsonArray("required").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
    JsonObjectBuilder content = Json.createObjectBuilder();
    for (Map.Entry<String, JsonValue> field : schema.getJsonObject("properties").entrySet()) {
      boolean needed = required.contains(field.getKey());
      if (!needed && random.nextInt(5) < 2) {
        continue;
      }
      Optional<JsonValue> value = value(field.getValue().asJsonObject());
      if (value.isPresent()) {
        content.add(field.getKey(), value.get());
      } else if (needed) {
        return Optional.empty();
      }
    }
    return Optional.of(content.build());
  }

  private Optional<JsonValue> value(JsonObject property) {
    if (property.getString("type").equals("array")) {
      JsonArrayBuilder all = Json.createArrayBuilder();
      List<JsonValue> drawn = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        value(property.getJsonObject("items"))
            .filter(v -> !drawn.contains(v))
            .ifPresent(drawn::add);
      }
      drawn.forEach(all::add);
      return drawn.isEmpty() ? Optional.empty() : Optional.of(all.build());
    }
    if (property.containsKey("enum")) {
      return Optional.of(oneOf(property.getJsonArray("enum")));
    }
    return switch (property.getString("type") + " " + property.getString("format", "")) {
      case "boolean " -> Optional.of(random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE);
      case "integer " -> Optional.of(Json.createValue(random.nextInt(1, 400)));
      case "number " ->
          Optional.of(Json.createValue(BigDecimal.valueOf(random.nextInt(100_000_000), 2)));
      case "string date" -> Optional.of(Json.createValue(day().toString()));
      case "string date-time" ->
          Optional.of(
              Json.createValue(
                  Instant.ofEpochSecond(1_100_000_000L + random.nextInt(1 << 28)).toString()));
      case "string uuid" -> reference(property.getString("description"));
      default -> Optional.of(Json.createValue(text(property.getInt("maxLength", 100))));
    };
  }

  private LocalDate day() {
    return LocalDate.of(2004, 1, 1).plusDays(random.nextInt(2_500));
  }

  private Optional<JsonValue> reference(String description) {
    List<String> ids = idsByKind.get(description.replace("Id of a ", ""));
    return ids == null ? Optional.empty() : Optional.of(Json.createValue(oneOf(ids)));
  }

  private String text(int most) {
    String text =
        random
            .ints(random.nextInt(1, 12), 0, PIECES.size())
            .mapToObj(PIECES::get)
            .collect(Collectors.joining());
    return text.substring(
        0,
        text.offsetByCodePoints(
            0, Math.min(text.codePointCount(0, text.length()), Math.max(1, most / 2))));
  }
}
