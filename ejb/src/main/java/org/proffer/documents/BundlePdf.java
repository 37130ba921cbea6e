package org.proffer.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Puts papers together: an index, a slip sheet before each, and a Bates number on every page of the
 * copy. The papers themselves stay as they came.
 */
final class BundlePdf {
  private static final float SIZE = 9;

  /** Points from the side, and from below: under the foot of our own pages. */
  private static final float EDGE = 24;

  private static final float LOW = 13;

  private BundlePdf() {}

  /**
   * A paper.
   *
   * @param label how it is called, for example {@code GX-3}
   * @param sticker whose exhibit it is, as its sticker says; empty for what is no exhibit
   * @param sha256 of its bytes as they came; empty for a thing
   * @param pdf its pages; no bytes for what has none
   * @param note why it has no pages; empty if it has
   * @param original what is attached to the bundle for it; null for nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // read, not written, and never compared
  record Part(
      String label,
      String sticker,
      String title,
      String sha256,
      byte[] pdf,
      String note,
      @Nullable Attachment original) {
    Part(String label, String sticker, String title, String sha256, byte[] pdf, String note) {
      this(label, sticker, title, sha256, pdf, note, null);
    }

    Part(String label, String title, String sha256, byte[] pdf) {
      this(label, "", title, sha256, pdf, "");
    }
  }

  /**
   * What is made.
   *
   * @param lines what is in it with its numbers, a line each
   */
  @SuppressWarnings("ArrayRecordComponent") // read, not written, and never compared
  record Made(byte[] pdf, int pages, List<String> lines) {
    Made {
      lines = List.copyOf(lines);
    }
  }

  /** Numbers: a prefix, zeros, a number. */
  static String number(String prefix, int digits, long number) {
    return prefix + "-" + String.format(Locale.ROOT, "%0" + digits + "d", number);
  }

  /**
   * Makes a bundle.
   *
   * @param next the first number to be given
   * @throws BrokenPart naming the part and page that cannot be read
   */
  static Made of(
      String title,
      List<Part> parts,
      String prefix,
      int digits,
      long next,
      PaperPdf.Sheet sheet,
      CourtProfile profile,
      Instant at)
      throws IOException {
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      lengths.add(sound(i + 1, parts.get(i)));
    }
    int index = pages(index(title, parts, lengths, prefix, digits, next, 1, sheet, profile, at));
    byte[] front = index(title, parts, lengths, prefix, digits, next, index, sheet, profile, at);
    try (PDDocument bundle = Loader.loadPDF(front)) {
      PDFMergerUtility merger = new PDFMergerUtility();
      List<Integer> starts = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        starts.add(bundle.getNumberOfPages());
        append(merger, bundle, slip(parts.get(i), lengths.get(i), sheet, profile, at));
        if (lengths.get(i) > 0) {
          append(merger, bundle, parts.get(i).pdf());
        }
      }
      outline(bundle, parts, starts);
      labels(bundle, starts);
      stamp(bundle, prefix, digits, next, marks(parts, lengths, index));
      PaperPdf.attach(
          bundle, parts.stream().flatMap(part -> Stream.ofNullable(part.original())).toList(), at);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      bundle.save(out);
      return new Made(
          out.toByteArray(),
          bundle.getNumberOfPages(),
          lines(parts, lengths, prefix, digits, next + index));
    }
  }

  private static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  /** Reads every page of a paper, so that a broken one stops the bundle and not its reader. */
  private static int sound(int number, Part part) {
    if (part.pdf().length == 0) {
      return 0;
    }
    int page = 0;
    try (PDDocument document = Loader.loadPDF(part.pdf())) {
      if (document.isEncrypted() && !document.getCurrentAccessPermission().canAssembleDocument()) {
        throw new BrokenPart(number, part.title(), 0, "its owner forbids to take it apart");
      }
      for (PDPage one : document.getPages()) {
        page++;
        if (one.hasContents()) {
          new PDFStreamParser(one).parse();
        }
        one.getCropBox();
      }
      if (page == 0) {
        throw new BrokenPart(number, part.title(), 0, "it has no pages");
      }
      return page;
    } catch (IOException | IllegalArgumentException e) {
      BrokenPart broken =
          new BrokenPart(number, part.title(), page, "it is damaged: " + e.getMessage());
      broken.initCause(e);
      throw broken;
    }
  }

  private static List<String> lines(
      List<Part> parts, List<Integer> lengths, String prefix, int digits, long from) {
    List<String> lines = new ArrayList<>();
    long next = from;
    for (int i = 0; i < parts.size(); i++) {
      long last = next + lengths.get(i);
      lines.add(
          parts.get(i).label()
              + ", "
              + parts.get(i).title()
              + ": "
              + number(prefix, digits, next)
              + " to "
              + number(prefix, digits, last)
              + (parts.get(i).sha256().isEmpty()
                  ? ""
                  : ", SHA-256 as it came " + parts.get(i).sha256()));
      next = last + 1;
    }
    return lines;
  }

  private static byte[] index(
      String title,
      List<Part> parts,
      List<Integer> lengths,
      String prefix,
      int digits,
      long next,
      int indexPages,
      PaperPdf.Sheet sheet,
      CourtProfile profile,
      Instant at)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    long from = next + indexPages;
    for (int i = 0; i < parts.size(); i++) {
      long last = from + lengths.get(i);
      rows.append("<tr><td>")
          .append(escape(parts.get(i).label()))
          .append("</td><td>")
          .append(escape(parts.get(i).title()))
          .append("</td><td>")
          .append(escape(number(prefix, digits, from)))
          .append(" to ")
          .append(escape(number(prefix, digits, last)))
          .append("</td><td class=\"num\">")
          .append(lengths.get(i) == 0 ? "none" : lengths.get(i).toString())
          .append("</td></tr>");
      from = last + 1;
    }
    return paper(
        "<h1>"
            + escape(title)
            + "</h1><h2>INDEX</h2><table><thead><tr><th scope=\"col\" class=\"w20\">No.</th><th scope=\"col\">Paper</th><th scope=\"col\" class=\"w30\">Bates numbers</th><th scope=\"col\" class=\"w10 num\">Pages</th></tr></thead><tbody>"
            + rows
            + "</tbody></table><p>The numbers of each paper begin with its slip sheet. The papers are kept as they came; files within them are not in this bundle. The originals of messages are attached to it.</p>",
        sheet,
        profile,
        at);
  }

  private static byte[] slip(
      Part part, int pages, PaperPdf.Sheet sheet, CourtProfile profile, Instant at)
      throws IOException {
    return paper(
        (part.sticker().isEmpty()
                ? "<h1>" + escape(part.label().toUpperCase(Locale.ROOT)) + "</h1>"
                : "<div class=\"sticker\"><p>"
                    + escape(part.sticker())
                    + "</p><h1>"
                    + escape(part.label())
                    + "</h1><p>"
                    + (sheet.docket().isEmpty() ? "no case number yet" : escape(sheet.docket()))
                    + "</p></div>")
            + "<p class=\"center\">"
            + escape(part.title())
            + "</p><p class=\"center\">"
            + (pages == 0 ? escape(part.note()) : pages + (pages == 1 ? " page" : " pages"))
            + "</p>"
            + (part.sha256().isEmpty()
                ? ""
                : "<h2>SHA-256 as it came</h2><p class=\"center mono\">" + part.sha256() + "</p>"),
        sheet,
        profile,
        at);
  }

  private static byte[] paper(String html, PaperPdf.Sheet sheet, CourtProfile profile, Instant at)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PaperPdf.write(
        new Composed(Jsoup.parseBodyFragment(html), List.of(), List.of(), List.of()),
        sheet,
        profile,
        List.of(),
        at,
        out);
    return out.toByteArray();
  }

  private static String escape(String text) {
    return Entities.escape(Printable.text(text)).replace("&nbsp;", "\u00a0");
  }

  private static void append(PDFMergerUtility merger, PDDocument bundle, byte[] pdf)
      throws IOException {
    try (PDDocument part = Loader.loadPDF(pdf)) {
      part.setAllSecurityToBeRemoved(true);
      PDDocumentCatalog catalog = part.getDocumentCatalog();
      COSDictionary own = catalog.getCOSObject();
      for (String key :
          List.of("Outlines", "OpenAction", "AA", "PageLabels", "AF", "Names", "AcroForm")) {
        own.removeItem(COSName.getPDFName(key));
      }
      merger.appendDocument(bundle, part);
    }
  }

  private static void outline(PDDocument bundle, List<Part> parts, List<Integer> starts) {
    PDDocumentOutline outline = new PDDocumentOutline();
    item(bundle, outline, "Index", 0);
    for (int i = 0; i < parts.size(); i++) {
      item(bundle, outline, parts.get(i).label() + ": " + parts.get(i).title(), starts.get(i));
    }
    bundle.getDocumentCatalog().setDocumentOutline(outline);
  }

  private static void item(PDDocument bundle, PDDocumentOutline outline, String title, int page) {
    PDPageFitDestination destination = new PDPageFitDestination();
    destination.setPage(bundle.getPage(page));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(Printable.text(title));
    item.setDestination(destination);
    outline.addLast(item);
  }

  private static void labels(PDDocument bundle, List<Integer> starts) {
    PDPageLabels labels = new PDPageLabels(bundle);
    PDPageLabelRange front = new PDPageLabelRange();
    front.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
    labels.setLabelItem(0, front);
    for (int i = 0; i < starts.size(); i++) {
      PDPageLabelRange range = new PDPageLabelRange();
      range.setPrefix((i + 1) + "-");
      range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
      labels.setLabelItem(starts.get(i), range);
    }
    bundle.getDocumentCatalog().setPageLabels(labels);
  }

  /**
   * What stands on each page beside its number: which exhibit it is of, and its page of how many.
   */
  private static List<String> marks(List<Part> parts, List<Integer> lengths, int index) {
    List<String> marks = new ArrayList<>(Collections.nCopies(index, ""));
    for (int i = 0; i < parts.size(); i++) {
      marks.add("");
      for (int page = 1; page <= lengths.get(i); page++) {
        marks.add(
            parts.get(i).sticker().isEmpty()
                ? ""
                : parts.get(i).label() + "  " + page + "/" + lengths.get(i));
      }
    }
    return marks;
  }

  /**
   * Marks and numbers stand in the margin at the lower right, as it is seen, whatever turns the
   * page.
   */
  private static void stamp(
      PDDocument bundle, String prefix, int digits, long next, List<String> marks)
      throws IOException {
    PDFont font;
    try (var in = BundlePdf.class.getResourceAsStream("fonts/CourtMono-Regular.ttf")) {
      font = PDType0Font.load(bundle, in, true);
    }
    long number = next;
    int at = 0;
    for (PDPage page : bundle.getPages()) {
      String mark = marks.get(at++);
      String text = (mark.isEmpty() ? "" : mark + "  ") + number(prefix, digits, number++);
      float width = font.getStringWidth(text) / 1000 * SIZE;
      PDRectangle box = page.getCropBox();
      try (PDPageContentStream content =
          new PDPageContentStream(
              bundle, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
        COSDictionary kind = new COSDictionary();
        kind.setName(COSName.TYPE, "Pagination");
        kind.setName(COSName.SUBTYPE, "BatesN");
        content.beginMarkedContent(
            COSName.ARTIFACT,
            org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList.create(
                kind));
        content.beginText();
        content.setFont(font, SIZE);
        content.setTextMatrix(place(page.getRotation(), box, width));
        content.showText(text);
        content.endText();
        content.endMarkedContent();
      }
    }
  }

  private static Matrix place(int rotation, PDRectangle box, float width) {
    return switch (Math.floorMod(rotation, 360)) {
      case 90 ->
          Matrix.getRotateInstance(
              Math.PI / 2, box.getUpperRightX() - LOW, box.getUpperRightY() - EDGE - width);
      case 180 ->
          Matrix.getRotateInstance(
              Math.PI, box.getLowerLeftX() + EDGE + width, box.getUpperRightY() - LOW);
      case 270 ->
          Matrix.getRotateInstance(
              -Math.PI / 2, box.getLowerLeftX() + LOW, box.getLowerLeftY() + EDGE + width);
      default ->
          Matrix.getTranslateInstance(
              box.getUpperRightX() - EDGE - width, box.getLowerLeftY() + LOW);
    };
  }
}
