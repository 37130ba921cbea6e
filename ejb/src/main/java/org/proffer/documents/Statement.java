package org.proffer.documents;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A sentence of a document, or a row of one of its tables.
 *
 * @param section heading it stands under; empty before the first
 * @param sources of the values in it
 */
public record Statement(String section, String text, List<Source> sources) {
  public Statement {
    sources = List.copyOf(sources);
  }

  JsonObject json(List<Source> all) {
    JsonArrayBuilder numbers = Json.createArrayBuilder();
    sources.forEach(source -> numbers.add(all.indexOf(source)));
    return Json.createObjectBuilder()
        .add("section", section)
        .add("text", text)
        .add("sources", numbers)
        .build();
  }
}
