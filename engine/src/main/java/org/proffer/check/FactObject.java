package org.proffer.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One object of a facts file, which knows its line, its path, and which fields were asked for. */
final class FactObject {
  private static final int DEEPEST = 8;

  private final int line;
  private final String path;
  private final Map<String, Value> fields;
  private final Set<String> asked = new HashSet<>();

  private FactObject(int line, String path, Map<String, Value> fields) {
    this.line = line;
    this.path = path;
    this.fields = fields;
  }

  /** A value and where it stands; null where the file says null. */
  private record Value(int line, String path, @Nullable Object content) {
    FactsRefused refused(String why) {
      return new FactsRefused(line, path, why);
    }
  }

  /** Reads the object the parser stands before. */
  static FactObject read(JsonParser json) throws IOException {
    json.nextToken();
    return object(json, "the file", "", 0);
  }

  private static FactObject object(JsonParser json, String what, String path, int depth)
      throws IOException {
    int line = json.currentTokenLocation().getLineNr();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new FactsRefused(Math.max(1, line), what, "an object is expected");
    }
    if (depth > DEEPEST) {
      throw new FactsRefused(line, what, "nested too deep");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.put(name, value(json, path.isEmpty() ? name : path + "." + name, depth));
    }
    return new FactObject(line, path, fields);
  }

  private static Value value(JsonParser json, String path, int depth) throws IOException {
    int line = json.currentTokenLocation().getLineNr();
    Object content =
        switch (json.currentToken()) {
          case VALUE_STRING -> json.getText();
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case VALUE_NUMBER_INT -> json.getLongValue();
          case VALUE_NULL -> null;
          case START_OBJECT -> object(json, path, path, depth + 1);
          case START_ARRAY -> {
            if (depth > DEEPEST) {
              throw new FactsRefused(line, path, "nested too deep");
            }
            List<Value> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
              values.add(value(json, path + "[" + values.size() + "]", depth + 1));
            }
            yield values;
          }
          default -> throw new FactsRefused(line, path, "no such value is expected");
        };
    return new Value(line, path, content);
  }

  int line() {
    return line;
  }

  FactsRefused refused(String why) {
    return new FactsRefused(line, path.isEmpty() ? "the file" : path, why);
  }

  FactsRefused refused(String name, String why) {
    Value value = fields.get(name);
    String where = path.isEmpty() ? name : path + "." + name;
    return new FactsRefused(value == null ? line : value.line(), where, why);
  }

  boolean has(String name) {
    Value value = fields.get(name);
    return value != null && value.content() != null;
  }

  /** Refuses what was never asked for. */
  void finish() {
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      if (!asked.contains(field.getKey())) {
        throw field
            .getValue()
            .refused("no such field; there are " + asked.stream().sorted().toList());
      }
    }
  }

  private @Nullable Value find(String name) {
    asked.add(name);
    Value value = fields.get(name);
    return value == null || value.content() == null ? null : value;
  }

  private Value required(String name) {
    Value value = find(name);
    if (value == null) {
      throw refused(name, "is missing");
    }
    return value;
  }

  String text(String name) {
    return text(required(name));
  }

  private static String text(Value value) {
    if (value.content() instanceof String text && !text.isBlank()) {
      return text;
    }
    throw value.refused("a text is expected");
  }

  boolean flag(String name) {
    return flag(required(name));
  }

  @Nullable Boolean flagOrNull(String name) {
    Value value = find(name);
    return value == null ? null : Boolean.valueOf(flag(value));
  }

  private static boolean flag(Value value) {
    if (value.content() instanceof Boolean flag) {
      return flag;
    }
    throw value.refused("true or false is expected");
  }

  int number(String name) {
    Value value = required(name);
    if (value.content() instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw value.refused("a whole number from 0 on is expected");
  }

  Instant instant(String name) {
    return instant(required(name));
  }

  @Nullable Instant instantOrNull(String name) {
    Value value = find(name);
    return value == null ? null : instant(value);
  }

  private static Instant instant(Value value) {
    return parsed(
        value,
        text -> OffsetDateTime.parse(text).toInstant(),
        "an instant with its offset is expected, as 2026-03-02T10:00:00-05:00");
  }

  @Nullable LocalDate dateOrNull(String name) {
    Value value = find(name);
    return value == null
        ? null
        : parsed(value, LocalDate::parse, "a day is expected, as 2026-03-02");
  }

  @Nullable ZoneId zoneOrNull(String name) {
    Value value = find(name);
    return value == null
        ? null
        : parsed(value, ZoneId::of, "a time zone is expected, as America/Detroit");
  }

  private static <T> T parsed(Value value, Function<String, T> parse, String expected) {
    String text = text(value);
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw value.refused(expected + ", not " + text);
    }
  }

  /** The texts of a list; empty if it is absent. */
  List<String> texts(String name) {
    Value value = find(name);
    return value == null ? List.of() : values(value).stream().map(FactObject::text).toList();
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    return choice(required(name), type);
  }

  <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    return values(required(name)).stream().map(value -> choice(value, type)).toList();
  }

  private static <E extends Enum<E>> E choice(Value value, Class<E> type) {
    String text = text(value);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw value.refused(text + " is none of " + Arrays.asList(type.getEnumConstants()));
  }

  /** The objects of a list; empty if it is absent. */
  List<FactObject> objects(String name) {
    Value value = find(name);
    List<FactObject> objects = new ArrayList<>();
    if (value != null) {
      for (Value one : values(value)) {
        if (!(one.content() instanceof FactObject object)) {
          throw one.refused("an object is expected");
        }
        objects.add(object);
      }
    }
    return objects;
  }

  @SuppressWarnings("unchecked") // lists are made in value() alone
  private static List<Value> values(Value value) {
    if (value.content() instanceof List<?> list) {
      return (List<Value>) list;
    }
    throw value.refused("a list is expected");
  }
}
