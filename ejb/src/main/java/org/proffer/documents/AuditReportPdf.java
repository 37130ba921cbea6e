package org.proffer.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the audit report as PDF/A-3a and PDF/UA-1. Thread-safe. */
final class AuditReportPdf {
  private final ReportPdf pdf = new ReportPdf(AuditReportPdf.class, "audit-report.xhtml");

  /**
   * Writes the document.
   *
   * @param at the moment that stands in the file as its making
   * @return the number of its pages
   */
  int write(AuditReport report, List<Attachment> attachments, Instant at, OutputStream out)
      throws IOException {
    return pdf.write(
        model(report),
        attachments.stream()
            .map(
                a -> new ReportPdf.Enclosure(a.name(), a.mediaType(), a.description(), a.content()))
            .toList(),
        at,
        out);
  }

  /** The report as maps and lists: all that a template can reach. */
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
    if (value instanceof List<?> list) {
      return list.stream().map(AuditReportPdf::value).toList();
    }
    return value instanceof Record part ? model(part) : value;
  }
}
