package org.proffer.demonstration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.proffer.platform.Json;
import org.proffer.records.RecordKinds;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/**
 * Writes the records that a list beside this class names, one after the other. A step adds a record
 * ({@code kind}, {@code content}, and the name {@code as} which later ones refer to it as {@code
 * @name}), or writes fields of an earlier one anew ({@code again}, {@code set}, {@code why}).
 */
@Dependent
public class RecordSteps {
  @Inject private Records records;
  @Inject private RecordKinds kinds;

  /**
   * Takes the steps of a list.
   *
   * @param known ids that the list refers to by a name
   * @return these, and those of what was added under a name
   */
  Map<String, UUID> take(UUID caseId, String list, Map<String, UUID> known) {
    Map<String, UUID> ids = new HashMap<>(known);
    ids.put("case", caseId);
    for (JsonObject step : steps(list).getValuesAs(JsonObject.class)) {
      if (step.containsKey("again")) {
        RecordView<?> before = records.get(id(ids, step.getString("again")));
        JsonObjectBuilder content = Json.createObjectBuilder(before.json());
        step.getJsonObject("set").forEach((name, value) -> content.add(name, named(value, ids)));
        records.revise(before.id(), before.version(), content.build(), step.getString("why", ""));
      } else {
        UUID added =
            records
                .add(
                    kinds.named(step.getString("kind")),
                    caseId,
                    named(step.getJsonObject("content"), ids).asJsonObject())
                .id();
        if (step.containsKey("as")) {
          ids.put(step.getString("as"), added);
        }
      }
    }
    return ids;
  }

  private static JsonArray steps(String list) {
    InputStream in = Objects.requireNonNull(RecordSteps.class.getResourceAsStream(list), list);
    try (JsonReader reader = jakarta.json.Json.createReader(in)) {
      return reader.readArray();
    }
  }

  private static UUID id(Map<String, UUID> ids, String name) {
    return Objects.requireNonNull(ids.get(name), name);
  }

  private static JsonValue named(JsonValue value, Map<String, UUID> ids) {
    if (value instanceof JsonObject object) {
      JsonObjectBuilder renamed = Json.createObjectBuilder();
      object.forEach((name, one) -> renamed.add(name, named(one, ids)));
      return renamed.build();
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder renamed = Json.createArrayBuilder();
      array.forEach(one -> renamed.add(named(one, ids)));
      return renamed.build();
    }
    return value instanceof JsonString text && text.getString().startsWith("@")
        ? Json.createValue(id(ids, text.getString().substring(1)).toString())
        : value;
  }
}
