package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class AuditReportPdfTest {
  private static final String HASH =
      "0123456789abcdef0123456789abcdef 0123456789abcdef0123456789abcdef";
  private static final Attachment LIST =
      new Attachment(
          "messages.csv",
          "text/csv",
          "Every message",
          "number\r\n1\r\n".getBytes(StandardCharsets.UTF_8));

  private static AuditReport report(int violations, String subject, boolean demonstration) {
    List<AuditReport.Violation> rows = new ArrayList<>();
    for (int i = 0; i < violations; i++) {
      rows.add(
          new AuditReport.Violation(
              "2005-03-02 10:11:12", "news@acme.example", subject + " " + i, "DIS-03", HASH));
    }
    return new AuditReport(
        "EASTERN DISTRICT OF MICHIGAN",
        "United States v. Doe",
        "2:07-cr-20627",
        "Marianne O. Battani",
        "2026-11-23 10:00:00 UTC",
        "Pat Prosecutor, Prosecutor",
        "1",
        "The messages are dated 2004 to 2005.",
        List.of(new AuditReport.Total("All messages", "2,000")),
        List.of(new AuditReport.Item("1", "ring.mbox", "3,000,000", HASH, "2026-11-23 09:00:00")),
        List.of(
            new AuditReport.Requirement(
                "DIS-03", "15 U.S.C. 7704(a)(5)(A)(iii)", "Postal address", "12", "3", "0")),
        rows,
        0,
        demonstration);
  }

  private static byte[] pdf(AuditReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AuditReportPdf().write(report, List.of(LIST), Instant.parse("2026-11-23T10:00:00Z"), out);
    return out.toByteArray();
  }

  /**
   * The text in the order in which it is drawn, without white space, so that line breaks do not
   * matter.
   */
  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
  }

  @Test
  void theReportIsPdfA3aAndPdfUa1() throws Exception {
    assertThat(PdfProof.broken(pdf(report(3, "20% off", false)))).isEmpty();
  }

  @Test
  void theReportOfADemonstrationIsPdfA3aAndPdfUa1() throws Exception {
    assertThat(PdfProof.broken(pdf(report(3, "20% off", true)))).isEmpty();
  }

  @Test
  void aLongReportKeepsBothStandards() throws Exception {
    byte[] pdf = pdf(report(300, "offer", true));
    assertThat(PdfProof.broken(pdf)).isEmpty();
  }

  @Test
  void hostileWordsArePrintedAsWords() throws Exception {
    byte[] pdf =
        pdf(report(2, "<script>alert(1)</script> & \u0001 {caseTitle} \u4e2d\ud83d\ude00", false));

    assertThat(text(pdf))
        .contains("<script>alert(1)</script>&[U+0001STARTOFHEADING]{caseTitle}中😀");
    assertThat(PdfProof.broken(pdf)).isEmpty();
  }

  @Test
  void theFactsArePrintedInReadingOrder() throws Exception {
    assertThat(text(pdf(report(1, "20% off", true))))
        .containsSubsequence(
            "UNITEDSTATESDISTRICTCOURT",
            "UnitedStatesv.Doe",
            "CAN-SPAMAUDITREPORT",
            "1.Scope",
            "ring.mbox",
            "3,000,000",
            "2.Method",
            "3.Findings",
            "DIS-03",
            "4.Messages",
            "20%off",
            "5.Limits",
            "6.Review");
  }

  @Test
  void aDemonstrationSaysSo() throws IOException {
    assertThat(text(pdf(report(1, "x", true)))).contains("SYNTHETIC,modelledonpublicreports");
    assertThat(text(pdf(report(1, "x", false)))).doesNotContain("SYNTHETIC");
  }

  @Test
  void theListIsAttached() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(report(1, "x", false)))) {
      var file =
          document
              .getDocumentCatalog()
              .getNames()
              .getEmbeddedFiles()
              .getNames()
              .get("messages.csv");
      assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(LIST.content());
    }
  }
}
