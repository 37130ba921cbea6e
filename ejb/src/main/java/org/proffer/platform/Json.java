package org.proffer.platform;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * Makes the parts of JSON as {@link jakarta.json.Json} does, by a provider that is looked for once:
 * to look for it anew at every part takes longer than to make the part.
 */
public final class Json {
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Json() {}

  /** An object to be filled. */
  public static JsonObjectBuilder createObjectBuilder() {
    return PROVIDER.createObjectBuilder();
  }

  /** An object to be changed. */
  public static JsonObjectBuilder createObjectBuilder(JsonObject from) {
    return PROVIDER.createObjectBuilder(from);
  }

  /** A list to be filled. */
  public static JsonArrayBuilder createArrayBuilder() {
    return PROVIDER.createArrayBuilder();
  }

  /** A list of what is given. */
  public static JsonArrayBuilder createArrayBuilder(Collection<?> all) {
    return PROVIDER.createArrayBuilder(all);
  }

  /** A text. */
  public static JsonString createValue(String text) {
    return PROVIDER.createValue(text);
  }

  /** A whole number. */
  public static JsonNumber createValue(long number) {
    return PROVIDER.createValue(number);
  }

  /** A number as it is written. */
  public static JsonNumber createValue(BigDecimal number) {
    return PROVIDER.createValue(number);
  }

  /** What writes JSON bit by bit. */
  public static JsonGenerator createGenerator(OutputStream out) {
    return PROVIDER.createGenerator(out);
  }
}
