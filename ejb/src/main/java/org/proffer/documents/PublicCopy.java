package org.proffer.documents;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Makes the public copy of a document: from the same data, with what is redacted taken out first.
 */
final class PublicCopy {
  private PublicCopy() {}

  static byte[] of(
      DocumentKind kind,
      Composed composed,
      PaperPdf.Sheet sheet,
      CourtProfile profile,
      List<Redaction> redactions,
      JsonObject data,
      Instant at) {
    Redactions.apply(composed.document(), redactions);
    composed.document().select(".original").forEach(PublicCopy::notAttached);
    Composed clean =
        new Composed(
            composed.document(),
            composed.sources(),
            List.of(),
            composed.headings().stream()
                .map(
                    h ->
                        new Composed.Heading(
                            h.level(), Redactions.applied(h.text(), redactions), h.id()))
                .toList());
    PaperPdf.Sheet named =
        new PaperPdf.Sheet(
            Redactions.applied(sheet.title(), redactions),
            sheet.docket(),
            sheet.head(),
            (sheet.banner().isEmpty() ? "" : sheet.banner() + " · ") + "PUBLIC COPY",
            sheet.author());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PaperPdf.write(
          clean,
          named,
          profile,
          List.of(
              new Attachment(
                  "data.json",
                  "application/json",
                  "What this document says, sentence by sentence, and from which records",
                  redacted(data, redactions).toString().getBytes(StandardCharsets.UTF_8))),
          at,
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(kind.id(), e);
    }
    return out.toByteArray();
  }

  /** Says of the original of a message what is so of this copy. */
  private static void notAttached(Element said) {
    said.text("The original is not attached to this public copy.");
  }

  private static JsonValue redacted(JsonValue value, List<Redaction> redactions) {
    if (value instanceof JsonString text) {
      return Json.createValue(Redactions.applied(text.getString(), redactions));
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder clean = Json.createArrayBuilder();
      array.forEach(one -> clean.add(redacted(one, redactions)));
      return clean.build();
    }
    if (value instanceof JsonObject object) {
      JsonObjectBuilder clean = Json.createObjectBuilder();
      object.forEach((key, one) -> clean.add(key, redacted(one, redactions)));
      return clean.build();
    }
    return value;
  }
}
