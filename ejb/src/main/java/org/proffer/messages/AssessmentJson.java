package org.proffer.messages;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.proffer.check.CheckedMessage;
import org.proffer.check.CheckedMessageJson;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;

/**
 * What the engine said of a message, as it is stored: the observations as the engine writes them;
 * the findings without what the row says already; of those that do not apply the ids alone, once a
 * reason. Reads also what earlier versions stored: the engine's whole JSON.
 */
final class AssessmentJson {
  private static final JsonGeneratorFactory WRITERS = Json.createGeneratorFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final String OBSERVATIONS = "\"observations\":";
  private static final String NO_FINDINGS = "\"findings\":[]}";

  private AssessmentJson() {}

  static String write(CheckedMessage checked) {
    StringWriter json = new StringWriter(2_048);
    json.append('{').append(observations(checked)).append("\"checked\":");
    try (JsonGenerator out = WRITERS.createGenerator(json)) {
      findings(out, checked.findings());
    }
    json.append('}');
    // The database keeps no NUL character in text.
    String text = json.toString().replace("\\u0000", "\\ufffd");
    return CleanText.of(text, text.length());
  }

  /** What the engine writes of the message without its findings, from the observations on. */
  private static String observations(CheckedMessage checked) {
    StringBuilder json = new StringBuilder(2_048);
    try {
      CheckedMessageJson.write(
          json,
          "",
          0,
          0,
          new CheckedMessage(
              checked.sha256(), checked.message(), checked.facts(), checked.lawAsOf(), List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int from = json.indexOf(OBSERVATIONS);
    int until = json.length() - NO_FINDINGS.length();
    if (from < 0 || json.indexOf(NO_FINDINGS, until) != until) {
      throw new IllegalStateException("the engine writes its observations in another form");
    }
    return json.substring(from, until);
  }

  private static void findings(JsonGenerator out, List<Finding> findings) {
    Map<String, List<String>> unreached = new LinkedHashMap<>();
    out.writeStartObject().writeStartArray("findings");
    for (Finding finding : findings) {
      if (finding.verdict() == Verdict.NOT_APPLICABLE && finding.spans().isEmpty()) {
        unreached
            .computeIfAbsent(finding.reason(), reason -> new ArrayList<>())
            .add(finding.requirement());
      } else {
        finding(out, finding);
      }
    }
    out.writeEnd().writeStartArray("notApplicable");
    unreached.forEach(
        (reason, ids) -> {
          out.writeStartObject().write("reason", reason).writeStartArray("requirements");
          ids.forEach(out::write);
          out.writeEnd().writeEnd();
        });
    out.writeEnd().writeEnd();
  }

  private static void finding(JsonGenerator out, Finding finding) {
    out.writeStartObject()
        .write("requirement", finding.requirement())
        .write("citation", finding.citation())
        .write("verdict", finding.verdict().name())
        .write("reason", finding.reason());
    if (!finding.missing().isEmpty()) {
      out.writeStartArray("missing");
      finding.missing().forEach(out::write);
      out.writeEnd();
    }
    if (!finding.spans().isEmpty()) {
      out.writeStartArray("spans");
      for (Span span : finding.spans()) {
        out.writeStartObject()
            .write("part", span.part())
            .write("offset", span.offset())
            .write("length", span.length())
            .write("text", span.text())
            .writeEnd();
      }
      out.writeEnd();
    }
    out.writeEnd();
  }

  /**
   * The findings in the order of the list of rules.
   *
   * @param lawAsOf the day whose law was applied, as the row says it
   */
  static List<Finding> findings(String json, LocalDate lawAsOf) {
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      JsonObject whole = reader.readObject();
      JsonObject compact = whole.getJsonObject("checked");
      JsonObject from = compact == null ? whole : compact;
      List<Finding> findings = new ArrayList<>();
      objects(from, "findings").forEach(one -> findings.add(finding(one, lawAsOf)));
      for (JsonObject group : objects(from, "notApplicable")) {
        for (String id : strings(group, "requirements")) {
          findings.add(
              new Finding(
                  id,
                  Rulebook.citation(id, lawAsOf),
                  Verdict.NOT_APPLICABLE,
                  lawAsOf,
                  group.getString("reason"),
                  List.of(),
                  List.of()));
        }
      }
      findings.sort(Comparator.comparingInt(f -> Rulebook.position(f.requirement())));
      return findings;
    }
  }

  private static Finding finding(JsonObject json, LocalDate lawAsOf) {
    return new Finding(
        json.getString("requirement"),
        json.getString("citation"),
        Verdict.valueOf(json.getString("verdict")),
        LocalDate.parse(json.getString("lawAsOf", lawAsOf.toString())),
        json.getString("reason"),
        strings(json, "missing"),
        objects(json, "spans").stream().map(AssessmentJson::span).toList());
  }

  private static Span span(JsonObject json) {
    return new Span(
        json.getString("part"),
        json.getInt("offset"),
        json.getInt("length"),
        json.getString("text", ""));
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    JsonArray array = json.getJsonArray(name);
    return array == null ? List.of() : array.getValuesAs(JsonObject.class);
  }

  private static List<String> strings(JsonObject json, String name) {
    JsonArray array = json.getJsonArray(name);
    return array == null ? List.of() : array.getValuesAs(JsonString::getString);
  }
}
