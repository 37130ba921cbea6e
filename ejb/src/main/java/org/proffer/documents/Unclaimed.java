package org.proffer.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A file that does not keep a standard does not claim to. */
final class Unclaimed {
  private Unclaimed() {}

  /** The same file without the metadata that claims PDF/A and PDF/UA. */
  static byte[] of(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getDocumentCatalog().setMetadata(null);
      document.save(out);
      return out.toByteArray();
    }
  }
}
