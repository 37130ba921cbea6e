package org.proffer.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jsoup.nodes.Entities;

/** Gives a composed document its pages: PDF/A-3a and PDF/UA-1, files attached. Thread-safe. */
final class PaperPdf {
  private PaperPdf() {}

  /**
   * What stands on every page, and in the description of the file.
   *
   * @param title of the file
   * @param docket number of the case; empty while there is none
   * @param head the custody head in short; empty where there is none
   * @param banner above every page, for example that it is a draft; empty for none
   * @param author who made it
   */
  record Sheet(String title, String docket, String head, String banner, String author) {}

  /**
   * Writes the document.
   *
   * @param at the moment that stands in the file as its making
   * @return the number of its pages
   */
  static int write(
      Composed composed,
      Sheet sheet,
      CourtProfile profile,
      List<Attachment> attachments,
      Instant at,
      OutputStream out)
      throws IOException {
    return Typesetter.write(
        page(composed, sheet, profile), document -> attach(document, attachments, at), out);
  }

  static String page(Composed composed, Sheet sheet, CourtProfile profile) {
    return "<html lang=\"en-US\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>"
        + escape(sheet.title())
        + "</title><meta name=\"description\" content=\""
        + escape(sheet.title())
        + "\" /><meta name=\"subject\" content=\""
        + escape(sheet.title())
        + "\" /><meta name=\"author\" content=\""
        + escape(sheet.author())
        + "\" />"
        + bookmarks(composed.headings())
        + "<style>"
        + style(sheet, profile)
        + "</style></head><body>"
        + composed.xhtml()
        + "</body></html>";
  }

  private static String escape(String text) {
    return Entities.escape(Printable.text(text)).replace("&nbsp;", "\u00a0");
  }

  private static String bookmarks(List<Composed.Heading> headings) {
    if (headings.isEmpty()) {
      return "";
    }
    StringBuilder marks = new StringBuilder("<bookmarks>");
    for (Composed.Heading heading : headings) {
      marks
          .append("<bookmark name=\"")
          .append(escape(heading.text()))
          .append("\" href=\"#")
          .append(heading.id())
          .append("\" />");
    }
    return marks.append("</bookmarks>").toString();
  }

  private static String style(Sheet sheet, CourtProfile profile) {
    String corner = "font-family:Court,CourtFallback;font-size:9pt;";
    String lines =
        profile.lineNumbers() == 0
            ? ""
            : "@left-top{font-family:Court,CourtFallback;font-size:10pt;text-align:right;padding-right:10pt;white-space:pre;line-height:"
                + profile.spacing()
                + "pt;content:\""
                + numbers(profile.lineNumbers())
                + "\"}";
    return String.format(
            Locale.ROOT,
            "@page{size:%s %s;margin:%s;@top-center{%scontent:%s}@bottom-left{%scontent:%s}@bottom-center{%scontent:\"Page \" counter(page) \" of \" counter(pages)}@bottom-right{%scontent:%s}%s}",
            profile.width(),
            profile.height(),
            profile.margin(),
            corner,
            words(sheet.banner()),
            corner,
            words(sheet.docket()),
            corner,
            corner,
            words(sheet.head()),
            lines)
        + String.format(
            Locale.ROOT,
            "html{font-family:Court,CourtFallback;font-size:%dpt;line-height:1.3}.pleading p,.pleading li{line-height:%dpt}.pleading p{text-indent:0.5in;margin:0}",
            profile.points(),
            profile.spacing())
        + STYLE
        + CourtFonts.STYLE;
  }

  private static String numbers(int lines) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 1; i <= lines; i++) {
      numbers.append(i).append(i < lines ? "\\A " : "");
    }
    return numbers.toString();
  }

  private static final String STYLE =
      """
      body{word-wrap:break-word}body>:last-child,body>:last-child>:last-child,body>:last-child>:last-child>:last-child{margin-bottom:0}
      body>table:last-child,body>:last-child>table:last-child,body>:last-child>:last-child>table:last-child{margin-bottom:-7pt}p,li{orphans:2;widows:2}
      p{margin:0 0 9pt 0}h1{font-size:1em;text-align:center;margin:14pt 0;page-break-after:avoid}
      h2{font-size:1em;text-align:center;margin:14pt 0 8pt 0;page-break-after:avoid}
      h3{font-size:1em;margin:10pt 0 6pt 0;page-break-after:avoid}
      .court{text-align:center;font-weight:bold;margin:0}.court p{text-align:center;margin:0;text-indent:0;line-height:1.3}
      .caption{display:table;width:100%;table-layout:fixed;margin:16pt 0 8pt 0}
      .caption-left,.caption-right{display:table-cell;width:45%;vertical-align:top;padding:4pt 0 10pt 0}
      .caption-left{width:55%;border-right:0.75pt solid #000;border-bottom:0.75pt solid #000;padding-right:10pt}.caption-right{padding-left:16pt;vertical-align:middle}
      .caption p{margin:0 0 5pt 0;text-indent:0;line-height:1.3}.inset{padding-left:0.6in}
      .pleading p.flush,.flush{text-indent:0}.pleading p.center,.center{text-align:center;text-indent:0;page-break-after:avoid}.right{text-align:right;text-indent:0}.strong{font-weight:bold}.nb{white-space:nowrap}
      .single p,.single li{line-height:1.3}.single p{text-indent:0}
      blockquote{margin:0 0.5in 9pt 0.5in}blockquote p,.pleading blockquote p{line-height:1.3;text-indent:0;margin:0 0 9pt 0}
      ul,ol{margin:0 0 9pt 0;padding-left:0.45in;list-style-type:none}li{margin:0 0 5pt 0;text-indent:-0.3in}
      table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:0.8em;line-height:1.25;-fs-table-paginate:paginate;margin:2pt 0 10pt 0}
      th{text-align:left;vertical-align:bottom;border-bottom:0.75pt solid #000;padding:2pt 6pt 2pt 0;font-weight:bold}
      td{vertical-align:top;border-bottom:0.25pt solid #777;padding:3pt 6pt 3pt 0}tr{page-break-inside:avoid}
      td,th,p,li{word-wrap:break-word}
      th.num,td.num{text-align:right;padding-right:12pt}th.num:last-child,td.num:last-child{padding-right:0}.lead{page-break-after:avoid}.mono{font-family:CourtMono,CourtFallback;font-size:7.5pt}.pleading p .mono,.pleading p.mono{font-size:10pt}
      .w5{width:5%}.w8{width:8%}.w10{width:10%}.w12{width:12%}.w15{width:15%}.w20{width:20%}.w25{width:25%}.w30{width:30%}.w35{width:35%}.w40{width:40%}.w50{width:50%}.w60{width:60%}
      .note{border:0.75pt solid #000;padding:5pt 8pt;margin:8pt 0;font-size:0.85em}.note p{margin:0;text-indent:0;line-height:1.3}
      .sign{margin-top:22pt;page-break-inside:avoid;padding-left:48%}.sign p{margin:0;text-indent:0;line-height:1.3}.sign .line{border-bottom:0.75pt solid #000;height:24pt;margin:0}
      .wide.sign{padding-left:0}.two{display:table;width:100%;table-layout:fixed;page-break-inside:avoid;margin-top:16pt}.two>div{display:table-cell;width:50%;padding-right:14pt;vertical-align:top}.two p{margin:0;text-indent:0;line-height:1.3}.two .line{border-bottom:0.75pt solid #000;height:24pt}
      .sticker{border:1.5pt solid #000;background-color:#fff2a8;width:2.4in;margin:1.4in auto 24pt auto;padding:8pt}.sticker p{margin:0;text-align:center;text-indent:0;font-size:0.8em}.sticker h1{font-size:1.6em;margin:6pt 0}
      .part{page-break-before:always}.keep{page-break-inside:avoid}
      .headers p{font-family:CourtMono,CourtFallback;font-size:8pt;line-height:1.3;margin:0 0 2pt 0;text-indent:0}
      .message{border:0.5pt solid #777;padding:8pt;font-size:0.8em}.message p{text-indent:0;line-height:1.3}
      .notes{margin-top:14pt;border-top:0.75pt solid #000;padding-top:6pt}.notes h2{text-align:left;margin:0 0 6pt 0}.notes p{text-indent:0;line-height:1.3}
      @page{@footnote{border-top:0.75pt solid #000;padding-top:4pt}}
      .foot{float:footnote;display:block;line-height:1.3;text-indent:0;text-align:left;margin:0 0 3pt 0}
      .foot::footnote-call{content:attr(data-number);font-size:0.65em;vertical-align:super;line-height:0}
      .foot::footnote-marker{content:attr(data-number) ".\\00a0 "}
      sup{font-size:0.65em;vertical-align:super;line-height:0}a{color:#000;text-decoration:none}
      """;

  /** A CSS string of any text. */
  static String words(String text) {
    StringBuilder css = new StringBuilder("\"");
    Printable.margin(text)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " .,:;-–—§()/…".indexOf(c) >= 0) {
                css.appendCodePoint(c);
              } else {
                css.append(String.format(Locale.ROOT, "\\%06x ", c));
              }
            });
    return css.append('"').toString();
  }

  static void attach(PDDocument document, List<Attachment> attachments, Instant at)
      throws IOException {
    if (attachments.isEmpty()) {
      return;
    }
    GregorianCalendar made = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    made.setTimeZone(TimeZone.getTimeZone("UTC"));
    Map<String, PDComplexFileSpecification> names = new LinkedHashMap<>();
    COSArray associated = new COSArray();
    for (Attachment attachment : attachments) {
      PDEmbeddedFile file =
          new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.content()));
      file.setSubtype(attachment.mediaType());
      file.setSize(attachment.content().length);
      file.setModDate(made);
      PDComplexFileSpecification specification = new PDComplexFileSpecification();
      specification.setFile(attachment.name());
      specification.setFileUnicode(attachment.name());
      specification.setFileDescription(attachment.description());
      specification.setEmbeddedFile(file);
      specification.setEmbeddedFileUnicode(file);
      specification
          .getCOSObject()
          .setName(
              "AFRelationship",
              attachment.mediaType().equals("message/rfc822") ? "Source" : "Data");
      names.put(attachment.name(), specification);
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
