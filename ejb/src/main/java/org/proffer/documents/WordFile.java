package org.proffer.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
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

/** A document as an office edits it in a word processor: .docx, the words and their structure. */
final class WordFile {
  private static final String FONT = "Century Schoolbook";
  private static final int POINTS = 14;

  private WordFile() {}

  static byte[] of(String title, Composed composed) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getProperties().getCoreProperties().setTitle(Printable.text(title));
      Document marked = composed.document().clone();
      Script.mark(marked);
      blocks(document, marked.body());
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void blocks(XWPFDocument document, Element parent) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        runs(document.createParagraph(), text, false, false);
      } else if (node instanceof Element element) {
        block(document, element);
      }
    }
  }

  private static void block(XWPFDocument document, Element element) {
    switch (element.tagName()) {
      case "table" -> table(document, element);
      case "ol", "ul" -> list(document, element);
      case "p", "h1", "h2", "h3", "dt", "dd" -> paragraph(document.createParagraph(), element);
      case "hr" -> document.createParagraph();
      default -> blocks(document, element);
    }
  }

  private static void paragraph(XWPFParagraph paragraph, Element element) {
    boolean heading = element.tagName().matches("h[123]");
    boolean centred =
        element.tagName().matches("h[12]")
            || element.hasClass("center")
            || element.closest(".court") != null;
    paragraph.setAlignment(
        centred
            ? ParagraphAlignment.CENTER
            : element.hasClass("right") ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
    if (element.closest(".pleading") != null && !heading) {
      paragraph.setSpacingBetween(2.0);
    }
    if (element.closest(".sign") != null) {
      paragraph.setIndentationLeft(4_600);
    }
    if (heading) {
      paragraph.setKeepNext(true);
    }
    runs(paragraph, element, heading || element.closest(".court") != null, false);
  }

  private static void runs(XWPFParagraph paragraph, Node node, boolean bold, boolean italic) {
    if (node instanceof TextNode text) {
      XWPFRun run = paragraph.createRun();
      run.setFontFamily(FONT);
      run.setFontSize(POINTS);
      run.setBold(bold);
      run.setItalic(italic);
      if (text.parent() instanceof Element holder && holder.attr("dir").equals("rtl")) {
        run.getCTR().getRPr().addNewRtl();
      }
      run.setText(text.getWholeText().replaceAll("\\s+", " "));
      return;
    }
    for (Node child : node.childNodes()) {
      if (child instanceof Element element) {
        if (element.tagName().equals("br")) {
          paragraph.createRun().addBreak();
          continue;
        }
        int before = paragraph.getRuns().size();
        runs(
            paragraph,
            element,
            bold || element.tagName().matches("b|strong"),
            italic || element.tagName().matches("i|em"));
        if (element.tagName().equals("u")) {
          paragraph.getRuns().stream()
              .skip(before)
              .forEach(run -> run.setUnderline(UnderlinePatterns.SINGLE));
        }
      } else {
        runs(paragraph, child, bold, italic);
      }
    }
  }

  private static void list(XWPFDocument document, Element list) {
    int number = 1;
    for (Element item : list.children()) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setIndentationLeft(720);
      paragraph.setIndentationHanging(360);
      XWPFRun sign = paragraph.createRun();
      sign.setFontFamily(FONT);
      sign.setFontSize(POINTS);
      sign.setText(list.tagName().equals("ol") ? number++ + ". " : "– ");
      runs(paragraph, item, false, false);
    }
  }

  private static void table(XWPFDocument document, Element table) {
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
      List<Element> cells = rows.get(r).children();
      for (int c = 0; c < cells.size(); c++) {
        XWPFTableCell cell = row.getCell(c);
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        runs(paragraph, cells.get(c), head, false);
        paragraph.getRuns().forEach(run -> run.setFontSize(10));
      }
    }
    document.createParagraph();
  }
}
