package org.proffer.documents;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Draws a report of another capability as PDF/A-3a and PDF/UA-1, from an XHTML template and a model
 * of maps, lists and words. Thread-safe.
 */
public final class ReportPdf {
  private final Template template;

  /**
   * A report.
   *
   * @param beside a class that stands beside the template
   */
  public ReportPdf(Class<?> beside, String name) {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of("text/html", "application/xhtml+xml")))
            .strictRendering(true)
            .build();
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      template =
          engine.parse(
              new String(in.readAllBytes(), StandardCharsets.UTF_8),
              Variant.forContentType("application/xhtml+xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file within the report.
   *
   * @param content not copied, and not changed by anyone
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  public record Enclosure(String name, String mediaType, String description, byte[] content) {}

  /**
   * Writes the report.
   *
   * @param model maps, lists and words
   * @param at the moment that stands in the file as its making
   * @return the number of its pages
   */
  public int write(
      Map<String, Object> model, List<Enclosure> enclosures, Instant at, OutputStream out)
      throws IOException {
    return Typesetter.write(
        Typesetter.marked(template.data(printable(model)).render()),
        document -> enclose(document, enclosures, at),
        out);
  }

  private static Object printable(Object value) {
    if (value instanceof String text) {
      return Printable.text(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ReportPdf::printable).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, each) -> all.put(key, printable(each)));
      return all;
    }
    return value;
  }

  private static void enclose(PDDocument document, List<Enclosure> enclosures, Instant at)
      throws IOException {
    GregorianCalendar made = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    made.setTimeZone(TimeZone.getTimeZone("UTC"));
    Map<String, PDComplexFileSpecification> names = new LinkedHashMap<>();
    COSArray associated = new COSArray();
    for (Enclosure enclosure : enclosures) {
      PDEmbeddedFile file =
          new PDEmbeddedFile(document, new ByteArrayInputStream(enclosure.content()));
      file.setSubtype(enclosure.mediaType());
      file.setSize(enclosure.content().length);
      file.setModDate(made);
      PDComplexFileSpecification specification = new PDComplexFileSpecification();
      specification.setFile(enclosure.name());
      specification.setFileUnicode(enclosure.name());
      specification.setFileDescription(enclosure.description());
      specification.setEmbeddedFile(file);
      specification.setEmbeddedFileUnicode(file);
      specification.getCOSObject().setName("AFRelationship", "Data");
      names.put(enclosure.name(), specification);
      associated.add(specification.getCOSObject());
    }
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(names);
    PDDocumentNameDictionary dictionary =
        new PDDocumentNameDictionary(document.getDocumentCatalog());
    dictionary.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(dictionary);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
  }
}
