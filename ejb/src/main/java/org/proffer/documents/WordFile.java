package org.proffer.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A document as an office edits it in a word processor: .docx, the words and their structure, notes
 * at the foot of their page, tables with repeated heads, on letter paper.
 */
final class WordFile {
  private static final String FONT = "Century Schoolbook";
  private static final String MONO = "Courier New";
  private static final int POINTS = 14;
  private static final int TABLE_POINTS = 10;
  private static final int DIGEST_POINTS = 8;

  /** Twentieths of a point. */
  private static final int INCH = 1440;

  private static final int LETTER_WIDTH = 12_240;
  private static final int LETTER_HEIGHT = 15_840;
  private static final Pattern WIDTH = Pattern.compile("w(\\d{1,2})");

  private final XWPFDocument document;
  private final Element body;
  private boolean breakBefore;

  private WordFile(XWPFDocument document, Element body) {
    this.document = document;
    this.body = body;
  }

  /** How a stretch of text is set. */
  private record Look(boolean bold, boolean italic, boolean raised, boolean mono) {
    Look within(Element element) {
      return new Look(
          bold || element.tagName().matches("b|strong") || element.hasClass("strong"),
          italic || element.tagName().matches("i|em"),
          raised || element.tagName().equals("sup"),
          mono || element.hasClass("mono"));
    }
  }

  static byte[] of(String title, Composed composed) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getProperties().getCoreProperties().setTitle(Printable.text(title));
      Document marked = composed.document().clone();
      Script.mark(marked);
      new WordFile(document, marked.body()).write();
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    blocks(body);
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(LETTER_WIDTH));
    size.setH(BigInteger.valueOf(LETTER_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(INCH));
    margins.setBottom(BigInteger.valueOf(INCH));
    margins.setLeft(BigInteger.valueOf(INCH));
    margins.setRight(BigInteger.valueOf(INCH));
    XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    foot.setAlignment(ParagraphAlignment.CENTER);
    set(foot.createRun(), "Page ", TABLE_POINTS);
    foot.getCTP().addNewFldSimple().setInstr("PAGE");
    set(foot.createRun(), " of ", TABLE_POINTS);
    foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
  }

  private void blocks(Element parent) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        runs(document.createParagraph(), text, new Look(false, false, false, false), POINTS);
      } else if (node instanceof Element element) {
        block(element);
      }
    }
  }

  private void block(Element element) {
    breakBefore =
        breakBefore || (element.hasClass("part") && document.getBodyElements().size() > 0);
    switch (element.tagName()) {
      case "table" -> table(element);
      case "ol", "ul" -> list(element);
      case "p", "h1", "h2", "h3", "dt", "dd" -> paragraph(document.createParagraph(), element);
      case "hr" -> document.createParagraph();
      default -> {
        if (element.hasClass("caption") || element.hasClass("two")) {
          beside(element);
        } else if (!element.hasClass("notes")) {
          blocks(element);
        }
      }
    }
  }

  private void paragraph(XWPFParagraph paragraph, Element element) {
    boolean heading = element.tagName().matches("h[123]");
    boolean court = element.closest(".court") != null;
    boolean centred = element.tagName().matches("h[12]") || element.hasClass("center") || court;
    if (breakBefore) {
      paragraph.setPageBreak(true);
      breakBefore = false;
    }
    paragraph.setAlignment(
        centred
            ? ParagraphAlignment.CENTER
            : element.hasClass("right") ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
    boolean close =
        element.closest(".caption, .sign, .two, .single, .court, blockquote, .headers, .message")
            != null;
    boolean pleading = element.closest(".pleading") != null && !heading && !close;
    if (pleading) {
      paragraph.setSpacingBetween(2.0);
    }
    if (pleading && !centred && !element.hasClass("flush")) {
      paragraph.setIndentationFirstLine(INCH / 2);
    }
    paragraph.setSpacingAfter(court || element.closest(".sign, .two") != null ? 0 : 120);
    if (element.closest(".sign") != null && element.closest(".wide") == null) {
      paragraph.setIndentationLeft(LETTER_WIDTH * 3 / 8);
      paragraph.setKeepNext(element.nextElementSibling() != null);
    } else if (element.hasClass("inset") || element.closest("blockquote") != null) {
      paragraph.setIndentationLeft(INCH / 2);
    }
    if (element.hasClass("line")) {
      paragraph.setSpacingBefore(480);
      paragraph.setBorderBottom(Borders.SINGLE);
    }
    if (heading || element.hasClass("center")) {
      paragraph.setKeepNext(true);
    }
    runs(
        paragraph,
        element,
        new Look(heading || court, false, false, false).within(element),
        POINTS);
  }

  private void runs(XWPFParagraph paragraph, Node node, Look look, int points) {
    if (node instanceof TextNode text) {
      XWPFRun run = paragraph.createRun();
      set(
          run,
          text.getWholeText().replaceAll("[ \\t\\n\\r]+", " "),
          look.mono() ? Math.min(points, DIGEST_POINTS) : points);
      run.setFontFamily(look.mono() ? MONO : FONT);
      run.setBold(look.bold());
      run.setItalic(look.italic());
      if (look.raised()) {
        run.setSubscript(VerticalAlign.SUPERSCRIPT);
      }
      Element holder = text.parent();
      if (holder != null && holder.attr("dir").equals("rtl")) {
        run.getCTR().getRPr().addNewRtl();
      }
      return;
    }
    for (Node child : node.childNodes()) {
      if (!(child instanceof Element element)) {
        runs(paragraph, child, look, points);
        continue;
      }
      Element note = note(element);
      if (note != null) {
        foot(paragraph, note);
      } else if (element.tagName().equals("br")) {
        paragraph.createRun().addBreak();
      } else {
        int before = paragraph.getRuns().size();
        runs(paragraph, element, look.within(element), points);
        if (element.tagName().equals("u")) {
          paragraph.getRuns().stream()
              .skip(before)
              .forEach(run -> run.setUnderline(UnderlinePatterns.SINGLE));
        }
      }
    }
  }

  private static void set(XWPFRun run, String text, int points) {
    run.setFontFamily(FONT);
    run.setFontSize(points);
    run.setText(text);
  }

  /** The note that a sign calls; null if it calls none. */
  private @Nullable Element note(Element element) {
    Element call =
        element.tagName().equals("sup") ? element.selectFirst("> a[href^=#note-]") : null;
    return call == null ? null : body.selectFirst("[id=" + call.attr("href").substring(1) + "]");
  }

  private void foot(XWPFParagraph paragraph, Element note) {
    XWPFAbstractFootnoteEndnote foot = document.createFootnote();
    Element words = note.clone();
    words.select("> sup").remove();
    runs(foot.createParagraph(), words, new Look(false, false, false, false), POINTS);
    paragraph.addFootnoteReference(foot);
  }

  private void list(Element list) {
    int number = 1;
    for (Element item : list.children()) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setIndentationLeft(INCH / 2);
      paragraph.setIndentationHanging(INCH / 4);
      paragraph.setSpacingAfter(80);
      set(paragraph.createRun(), list.tagName().equals("ol") ? number++ + ". " : "– ", POINTS);
      runs(paragraph, item, new Look(false, false, false, false), POINTS);
    }
  }

  /** Columns that stand beside each other: captions and signatures. */
  private void beside(Element columns) {
    List<Element> all = columns.children();
    XWPFTable made = document.createTable(1, all.size());
    made.setWidth("100%");
    made.removeBorders();
    for (int i = 0; i < all.size(); i++) {
      XWPFTableCell cell = made.getRow(0).getCell(i);
      cell.setWidth(100 / all.size() + "%");
      XWPFParagraph first = cell.getParagraphs().get(0);
      for (Element line : all.get(i).children()) {
        paragraph(first, line);
        if (line.nextElementSibling() != null) {
          first = cell.addParagraph();
        }
      }
    }
    document.createParagraph();
  }

  private void table(Element table) {
    List<Element> rows = table.select("tr");
    int columns = rows.stream().mapToInt(row -> row.children().size()).max().orElse(0);
    if (columns == 0) {
      return;
    }
    XWPFTable made = document.createTable(rows.size(), columns);
    made.setWidth("100%");
    for (int r = 0; r < rows.size(); r++) {
      XWPFTableRow row = made.getRow(r);
      boolean head = !rows.get(r).select("th").isEmpty();
      row.setRepeatHeader(head);
      row.setCantSplitRow(true);
      List<Element> cells = rows.get(r).children();
      for (int c = 0; c < cells.size(); c++) {
        XWPFTableCell cell = row.getCell(c);
        Element first = rows.get(0);
        Matcher width = WIDTH.matcher(c < first.childrenSize() ? first.child(c).className() : "");
        if (width.find()) {
          cell.setWidth(width.group(1) + "%");
        }
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        if (cells.get(c).hasClass("num")) {
          paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        runs(
            paragraph,
            cells.get(c),
            new Look(head, false, false, false).within(cells.get(c)),
            TABLE_POINTS);
      }
    }
    document.createParagraph();
  }
}
