package org.proffer.messages;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.proffer.check.CheckedMessage;
import org.proffer.check.CheckedMessageJson;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;

/**
 * What the engine said of a message, as it is stored: the engine's own JSON, and back to findings.
 */
final class AssessmentJson {
  private AssessmentJson() {}

  static String write(String source, long offset, long length, CheckedMessage checked) {
    StringBuilder json = new StringBuilder(4_096);
    try {
      CheckedMessageJson.write(json, source, offset, length, checked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The database keeps no NUL character in text.
    return json.toString().replace("\\u0000", "\\ufffd");
  }

  static List<Finding> findings(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonArray findings = reader.readObject().getJsonArray("findings");
      return findings == null
          ? List.of()
          : findings.getValuesAs(JsonObject.class).stream().map(AssessmentJson::finding).toList();
    }
  }

  private static Finding finding(JsonObject json) {
    return new Finding(
        json.getString("requirement"),
        json.getString("citation"),
        Verdict.valueOf(json.getString("verdict")),
        LocalDate.parse(json.getString("lawAsOf")),
        json.getString("reason"),
        json.getJsonArray("missing").getValuesAs(JsonString::getString),
        json.getJsonArray("spans").getValuesAs(JsonObject.class).stream()
            .map(AssessmentJson::span)
            .toList());
  }

  private static Span span(JsonObject json) {
    return new Span(
        json.getString("part"),
        json.getInt("offset"),
        json.getInt("length"),
        json.getString("text", ""));
  }
}
