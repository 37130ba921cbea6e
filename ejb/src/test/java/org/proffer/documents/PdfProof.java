package org.proffer.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads documents back, for tests. */
final class PdfProof {
  private PdfProof() {}

  /** The rules of PDF/A-3a and PDF/UA-1 that a file breaks. */
  static List<String> broken(byte[] pdf) {
    return Conformance.broken(() -> new ByteArrayInputStream(pdf));
  }

  /** The text in the order in which it is drawn, each run of white space as one blank. */
  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
    }
  }

  /** The text without any white space, so that line breaks within words do not matter. */
  static String solid(byte[] pdf) throws IOException {
    return text(pdf).replace(" ", "");
  }
}
