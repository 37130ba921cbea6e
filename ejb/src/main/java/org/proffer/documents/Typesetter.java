package org.proffer.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Sets XHTML on pages: PDF/A-3a and PDF/UA-1, the typefaces embedded, nothing loaded from anywhere.
 * Thread-safe.
 */
final class Typesetter {
  private static final byte[] COLORS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private static final String FROM_THE_RIGHT = "dir=\"rtl\"";
  private static final String ARABIC = "class=\"arabic\"";
  private static final Pattern STYLE = Pattern.compile("(?s)(<style>)(.*?)(</style>)");

  static {
    XRLog.setLoggingEnabled(false);
  }

  private Typesetter() {}

  /** What is done to the pages before they are written. */
  interface Finish {
    void on(PDDocument document) throws IOException;
  }

  /**
   * Writes a document.
   *
   * @param page a whole page of XHTML, the runs of its scripts marked
   * @return the number of its pages
   */
  static int write(String page, Finish finish, OutputStream out) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(COLORS);
    builder.useUnicodeLineBreaker(new WordBreaker());
    if (page.contains(FROM_THE_RIGHT)) {
      builder.useUnicodeBidiSplitter(RightToLeft.Parts::new);
      builder.useUnicodeBidiReorderer(new RightToLeft());
    }
    CourtFonts.register(builder);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.withHtmlContent(page, "res:/");
    boolean joined = page.contains(ARABIC);
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    int pages;
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      finish.on(document);
      document.save(joined ? drawn : out);
      pages = document.getNumberOfPages();
    }
    if (joined) {
      try (PDDocument document = Loader.loadPDF(drawn.toByteArray())) {
        ReadableLetters.in(document);
        document.save(out);
      }
    }
    return pages;
  }

  /**
   * Marks the runs of scripts, and gives words that stand beside elements in a line an element of
   * their own: the engine draws the words of an element before the elements within it, and a reader
   * of the file would meet them in that order.
   */
  static void ready(Document document) {
    Script.mark(document);
    for (Element line : document.body().select("p, li, td, th, h1, h2, h3, dt, dd, caption")) {
      if (line.children().stream().anyMatch(child -> !child.tagName().equals("br"))) {
        line.textNodes().stream()
            .filter(text -> !text.isBlank())
            .forEach(text -> text.wrap("<span></span>"));
      }
    }
  }

  /** A whole page that a template of a report made, with the runs of its scripts marked. */
  static String marked(String page) {
    Document document = Jsoup.parse(page, "", Parser.xmlParser());
    document.outputSettings(
        new Document.OutputSettings()
            .prettyPrint(false)
            .syntax(Document.OutputSettings.Syntax.xml)
            .escapeMode(Entities.EscapeMode.xhtml));
    ready(document);
    return STYLE
        .matcher(document.outerHtml())
        .replaceFirst(
            style ->
                Matcher.quoteReplacement(
                    style.group(1)
                        + inMargins(style.group(2))
                        + CourtFonts.STYLE
                        + style.group(3)));
  }

  private static String inMargins(String style) {
    StringBuilder kept = new StringBuilder(style.length());
    style
        .codePoints()
        .forEach(c -> kept.append(c == '\n' ? "\n" : Printable.margin(Character.toString(c))));
    return kept.toString();
  }
}
