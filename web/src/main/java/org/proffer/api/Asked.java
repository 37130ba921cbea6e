package org.proffer.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;

/** Values of a JSON body; a refusal names the one that cannot be used. */
final class Asked {
  private Asked() {}

  static String text(JsonObject asked, String name) {
    if (asked.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw new InvalidInput(name, "It is missing, or no text.", "Send it as a string.");
  }

  static String text(JsonObject asked, String name, String otherwise) {
    return isAbsent(asked, name) ? otherwise : text(asked, name);
  }

  static int number(JsonObject asked, String name, int otherwise) {
    return isAbsent(asked, name) ? otherwise : number(asked, name);
  }

  static int number(JsonObject asked, String name) {
    if (asked.get(name) instanceof JsonNumber number
        && number.isIntegral()
        && number.bigDecimalValue().abs().longValue() <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw new InvalidInput(name, "It is missing, or no whole number.", "Send it as a number.");
  }

  static boolean flag(JsonObject asked, String name) {
    JsonValue value = asked.get(name);
    if (value == null || value == JsonValue.FALSE || value == JsonValue.TRUE) {
      return value == JsonValue.TRUE;
    }
    throw new InvalidInput(name, "It is neither true nor false.", "Send true or false.");
  }

  /** Ids of things of a kind; none where the list is missing. */
  static List<UUID> ids(JsonObject asked, String name, String what) {
    if (isAbsent(asked, name)) {
      return List.of();
    }
    if (!(asked.get(name) instanceof JsonArray array)) {
      throw new InvalidInput(name, "It is no list.", "Send a list of ids.");
    }
    List<UUID> ids = new ArrayList<>();
    for (JsonValue value : array) {
      ids.add(
          Ids.parse(what, value instanceof JsonString text ? text.getString() : value.toString()));
    }
    return ids;
  }

  private static boolean isAbsent(JsonObject asked, String name) {
    return !asked.containsKey(name) || asked.isNull(name);
  }
}
