package org.proffer.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.PostalAddressRecord;
import org.proffer.law.canspam.recorded.PurposeJudgement;

/**
 * Writes recorded facts as a facts file, so that whoever reads a decision can make it again from
 * what it rested on. What {@link FactsFile} reads of it are the same facts in the same order.
 */
public final class FactsText {
  private static final JsonFactory JSON = new JsonFactory();

  private FactsText() {}

  /** A facts file whose facts are those of every message. */
  public static String of(RecordedFacts recorded) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("facts");
      for (Fact fact : recorded.facts()) {
        write(json, fact);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Fact fact) throws IOException {
    json.writeStartObject();
    json.writeStringField("fact", kind(fact));
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      Object value = read(component, fact);
      if (value != null) {
        json.writeFieldName(component.getName());
        write(json, value);
      }
    }
    json.writeEndObject();
  }

  /** The name of a kind is that of its record, but for two. */
  private static String kind(Fact fact) {
    if (fact instanceof PurposeJudgement) {
      return "purpose";
    }
    if (fact instanceof PostalAddressRecord) {
      return "postalAddress";
    }
    String name = fact.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static @Nullable Object read(RecordComponent component, Fact fact) {
    try {
      return component.getAccessor().invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a fact can be read", e);
    }
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Collection<?> many) {
      List<String> texts = many.stream().map(String::valueOf).toList();
      json.writeStartArray();
      // A set has no order of its own.
      for (String text : many instanceof Set<?> ? texts.stream().sorted().toList() : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    } else {
      json.writeString(value.toString());
    }
  }
}
