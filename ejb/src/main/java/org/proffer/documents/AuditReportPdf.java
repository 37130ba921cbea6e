package org.proffer.documents;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws the audit report as PDF/A-3a and PDF/UA-1. Thread-safe. */
final class AuditReportPdf {
  private final Template template;

  AuditReportPdf() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of("text/html", "application/xhtml+xml")))
            .strictRendering(true)
            .build();
    try (InputStream in =
        Objects.requireNonNull(
            AuditReportPdf.class.getResourceAsStream("audit-report.xhtml"), "audit-report.xhtml")) {
      template =
          engine.parse(
              new String(in.readAllBytes(), StandardCharsets.UTF_8),
              Variant.forContentType("application/xhtml+xml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Writes the document.
   *
   * @param at the moment that stands in the file as its making
   * @return the number of its pages
   */
  int write(AuditReport report, List<Attachment> attachments, Instant at, OutputStream out)
      throws IOException {
    return Typesetter.write(
        Typesetter.marked(template.data(model(report)).render()),
        document -> PaperPdf.attach(document, attachments, at),
        out);
  }

  /** The report as maps, lists and printable words: all that a template can reach. */
  private static Map<String, Object> model(Record part) {
    Map<String, Object> model = new LinkedHashMap<>();
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      model.put(component.getName(), value(read(component, part)));
    }
    return model;
  }

  private static Object read(RecordComponent component, Record part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record can be read", e);
    }
  }

  private static Object value(Object value) {
    if (value instanceof String text) {
      return Printable.text(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(AuditReportPdf::value).toList();
    }
    return value instanceof Record part ? model(part) : value;
  }
}
