package org.proffer.records;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Json;

/**
 * The JSON form of a content class, and the way back. Texts, numbers, amounts, yes or no, days,
 * moments, choices, ids, and lists of texts, choices and ids; an absent text is empty, an absent
 * list has nothing, an absent yes-or-no is no, everything else absent is null.
 */
final class ContentForm<C extends Record> {
  private final Class<C> type;
  private final List<FieldView> fields;

  ContentForm(Class<C> type) {
    this.type = type;
    this.fields = Arrays.stream(type.getRecordComponents()).map(ContentForm::field).toList();
  }

  List<FieldView> fields() {
    return fields;
  }

  private static FieldView field(RecordComponent component) {
    Field field = component.getAnnotation(Field.class);
    if (field == null) {
      throw new IllegalStateException("no @Field on " + component);
    }
    FieldView.Type type = typeOf(component);
    boolean refers = type == FieldView.Type.REFERENCE || type == FieldView.Type.REFERENCES;
    if (refers == field.refersTo().isEmpty()) {
      throw new IllegalStateException("refersTo and the type do not agree: " + component);
    }
    return new FieldView(
        component.getName(),
        field.label(),
        field.hint(),
        type,
        field.required(),
        field.most(),
        field.lines(),
        field.refersTo(),
        field.column(),
        field.fixed(),
        field.personal(),
        choices(element(component)));
  }

  private static FieldView.Type typeOf(RecordComponent component) {
    Class<?> element = element(component);
    boolean many = component.getType() == List.class;
    if (element == String.class) {
      return many ? FieldView.Type.TEXTS : FieldView.Type.TEXT;
    }
    if (element.isEnum()) {
      return many ? FieldView.Type.CHOICES : FieldView.Type.CHOICE;
    }
    if (element == UUID.class) {
      return many ? FieldView.Type.REFERENCES : FieldView.Type.REFERENCE;
    }
    if (many) {
      throw new IllegalStateException("no list of these: " + component);
    }
    if (element == Integer.class || element == Long.class) {
      return FieldView.Type.NUMBER;
    }
    if (element == BigDecimal.class) {
      return FieldView.Type.MONEY;
    }
    if (element == boolean.class) {
      return FieldView.Type.YES_NO;
    }
    if (element == LocalDate.class) {
      return FieldView.Type.DATE;
    }
    if (element == Instant.class) {
      return FieldView.Type.INSTANT;
    }
    throw new IllegalStateException("no field of this type: " + component);
  }

  private static Class<?> element(RecordComponent component) {
    if (component.getType() != List.class) {
      return component.getType();
    }
    Type[] arguments = ((ParameterizedType) component.getGenericType()).getActualTypeArguments();
    return (Class<?>) arguments[0];
  }

  private static List<FieldView.Choice> choices(Class<?> element) {
    if (!element.isEnum()) {
      return List.of();
    }
    return Arrays.stream(element.getEnumConstants())
        .map(one -> new FieldView.Choice(((Enum<?>) one).name(), ((Labelled) one).label()))
        .toList();
  }

  JsonObject write(C content) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (RecordComponent component : type.getRecordComponents()) {
      Object value = value(component, content);
      if (value != null) {
        json.add(component.getName(), write(value));
      }
    }
    return json.build();
  }

  private static JsonValue write(Object value) {
    if (value instanceof List<?> list) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      list.forEach(one -> array.add(write(one)));
      return array.build();
    }
    if (value instanceof Boolean yes) {
      return yes ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Integer || value instanceof Long) {
      return Json.createValue(((Number) value).longValue());
    }
    if (value instanceof BigDecimal amount) {
      return Json.createValue(amount);
    }
    return Json.createValue(value instanceof Enum<?> one ? one.name() : value.toString());
  }

  private static @Nullable Object value(RecordComponent component, Record content) {
    try {
      return component.getAccessor().invoke(content);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a content class is public: " + component, e);
    }
  }

  /**
   * Reads content that came from outside.
   *
   * @throws InvalidInput naming the field that cannot be used, or is not known
   */
  C read(JsonObject json) {
    for (String name : json.keySet()) {
      if (fields.stream().noneMatch(f -> f.name().equals(name))) {
        throw new InvalidInput(
            name,
            "There is no field “" + name + "”.",
            "The fields are "
                + fields.stream().map(FieldView::name).collect(Collectors.joining(", "))
                + ".");
      }
    }
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = read(fields.get(i), components[i], json.get(components[i].getName()));
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidInput refusal) {
        throw refusal;
      }
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a content class is public: " + type, e);
    }
  }

  private static @Nullable Object read(
      FieldView field, RecordComponent component, @Nullable JsonValue given) {
    boolean absent =
        given == null
            || given == JsonValue.NULL
            || (given instanceof JsonString text && text.getString().isBlank());
    if (component.getType() == List.class) {
      return absent ? List.of() : readAll(field, element(component), given);
    }
    if (absent) {
      if (field.required()) {
        throw new InvalidInput(field.label(), field.label() + " is empty.", "Fill it in.");
      }
      return component.getType() == String.class
          ? ""
          : component.getType() == boolean.class ? Boolean.FALSE : null;
    }
    return readOne(field, component.getType(), given);
  }

  private static List<Object> readAll(
      FieldView field, Class<?> element, @Nullable JsonValue given) {
    List<Object> all = new ArrayList<>();
    if (given instanceof JsonArray array) {
      array.forEach(one -> all.add(readOne(field, element, one)));
    } else {
      throw new InvalidInput(field.label(), field.label() + " is no list.", "Send a list.");
    }
    if (field.required() && all.isEmpty()) {
      throw new InvalidInput(field.label(), field.label() + " has nothing.", "Choose one or more.");
    }
    return all.stream().distinct().toList();
  }

  private static Object readOne(FieldView field, Class<?> type, @Nullable JsonValue given) {
    String text = text(given);
    try {
      if (type == String.class) {
        return text(field, text);
      }
      if (type == boolean.class) {
        return yesOrNo(field, text);
      }
      if (type == Integer.class) {
        return Integer.valueOf(text.replace(",", ""));
      }
      if (type == Long.class) {
        return Long.valueOf(text.replace(",", ""));
      }
      if (type == BigDecimal.class) {
        return new BigDecimal(text.replace(",", "").replace("$", "").strip())
            .setScale(2, java.math.RoundingMode.UNNECESSARY);
      }
      if (type == LocalDate.class) {
        return LocalDate.parse(text);
      }
      if (type == Instant.class) {
        return Instant.parse(text.length() == 16 ? text + ":00Z" : text);
      }
      if (type == UUID.class) {
        return UUID.fromString(text);
      }
      return Arrays.stream(type.getEnumConstants())
          .filter(one -> ((Enum<?>) one).name().equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("none of the choices"));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput(field.label(), "“" + shortened(text) + "” cannot be used.", next(field));
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static String text(@Nullable JsonValue given) {
    if (given instanceof JsonString string) {
      return string.getString().strip();
    }
    if (given instanceof JsonNumber number) {
      return number.bigDecimalValue().toPlainString();
    }
    return String.valueOf(given);
  }

  private static String text(FieldView field, String text) {
    if (text.length() > field.most()) {
      throw new InvalidInput(
          field.label(),
          field.label() + " has " + text.length() + " characters.",
          "Enter at most " + field.most() + ".");
    }
    return text.replace("\r\n", "\n").replace("\0", "");
  }

  private static Boolean yesOrNo(FieldView field, String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default ->
          throw new InvalidInput(
              field.label(), "“" + shortened(text) + "” is neither true nor false.", next(field));
    };
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static String next(FieldView field) {
    return switch (field.type()) {
      case NUMBER -> "Enter a whole number.";
      case MONEY -> "Enter an amount in dollars, like 1,250.00.";
      case DATE -> "Enter a day as year-month-day, like 2009-11-23.";
      case INSTANT -> "Enter a moment in UTC, like 2009-11-23T14:30:00Z.";
      case YES_NO -> "Send true or false.";
      case REFERENCE, REFERENCES -> "Send the id of a " + field.refersTo() + " of this case.";
      default ->
          field.choices().isEmpty()
              ? "Enter text."
              : "Choose one of: "
                  + field.choices().stream()
                      .map(FieldView.Choice::value)
                      .collect(Collectors.joining(", "))
                  + ".";
    };
  }
}
