package org.proffer.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
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

  /** All text, all strings, all decoded streams of a file, attachments and metadata among them. */
  static String everything(byte[] pdf) throws Exception {
    StringBuilder all = new StringBuilder(text(pdf));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        collect(document.getDocument().getObjectFromPool(key).getObject(), all, 0);
      }
      collect(document.getDocument().getTrailer(), all, 0);
    }
    return all.toString();
  }

  private static void collect(COSBase base, StringBuilder all, int depth) throws Exception {
    if (depth > 4 || base == null) {
      return;
    }
    if (base instanceof COSString text) {
      all.append(' ').append(text.getString());
    }
    if (base instanceof COSStream stream) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (var in = stream.createInputStream()) {
        in.transferTo(bytes);
      }
      all.append(' ').append(bytes.toString(StandardCharsets.UTF_8));
    }
    if (base instanceof COSDictionary dictionary) {
      for (COSBase value : dictionary.getValues()) {
        collect(value, all, depth + 1);
      }
    }
    if (base instanceof COSArray array) {
      for (COSBase value : array) {
        collect(value, all, depth + 1);
      }
    }
  }
}
