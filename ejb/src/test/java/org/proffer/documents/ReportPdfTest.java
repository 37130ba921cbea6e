package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.proffer.compliance.DeskReports;

/** The report of the compliance desk, as a validator sees it. */
class ReportPdfTest {
  private static final Instant AT = Instant.parse("2026-12-01T12:00:00Z");

  private static Map<String, Object> model(List<Object> findings, List<Object> audits) {
    return Map.ofEntries(
        Map.entry("client", "Acme & Söhne <Garden>"),
        Map.entry("producedAt", "1 December 2026, 12:00 UTC"),
        Map.entry("producedBy", "Chris Compliance"),
        Map.entry("attestedBy", "C. Olson, compliance officer"),
        Map.entry("ruleVersion", "2026-11-23.4"),
        Map.entry("programmes", List.of()),
        Map.entry("checks", List.of()),
        Map.entry("audits", audits),
        Map.entry("findings", findings),
        Map.entry("exposures", List.of()),
        Map.entry("assessedOn", "2026-12-01"),
        Map.entry("trend", List.of()),
        Map.entry("sampling", "No message was checked, so nothing is said of a share."),
        Map.entry("notAssessed", List.of("State law.", "語 of other countries")));
  }

  private static byte[] drawn(Map<String, Object> model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportPdf(DeskReports.class, "desk-report.xhtml")
        .write(
            model,
            List.of(
                new ReportPdf.Enclosure(
                    "findings.csv",
                    "text/csv",
                    "The findings",
                    "a,b\n".getBytes(StandardCharsets.UTF_8))),
            AT,
            out);
    return out.toByteArray();
  }

  @Test
  void aReportWithRowsAndOneWithoutKeepBothStandards() throws IOException {
    List<Object> findings =
        List.of(
            Map.of(
                "requirement", "SUP-01",
                "citation", "15 U.S.C. 7704(a)(4)(A)(i)",
                "verdict", "VIOLATED",
                "severity", "High",
                "title", "Spring mailing",
                "messages", "5",
                "state", "Open",
                "due", "",
                "remedy", ""));
    List<Object> audits =
        List.of(
            Map.ofEntries(
                Map.entry("title", "Spring mailing"),
                Map.entry("sender", "Acme"),
                Map.entry("zone", "America/New_York"),
                Map.entry("period", "2026-03-01 to 2026-03-31"),
                Map.entry("complete", "said to be complete"),
                Map.entry("sends", "10"),
                Map.entry("objectors", "5"),
                Map.entry("inTime", "0"),
                Map.entry("consent", "0"),
                Map.entry("scope", "0"),
                Map.entry(
                    "lists",
                    List.of(
                        Map.of(
                            "label", "Send log",
                            "file", "sends.csv",
                            "rows", "10",
                            "unread", "0",
                            "sha256", "0".repeat(64)))),
                Map.entry(
                    "found",
                    List.of(
                        Map.of("requirement", "SUP-01", "verdict", "VIOLATED", "count", "5")))));
    for (byte[] pdf : List.of(drawn(model(findings, audits)), drawn(model(List.of(), List.of())))) {
      assertThat(Conformance.broken(() -> new ByteArrayInputStream(pdf))).isEmpty();
    }
  }
}
