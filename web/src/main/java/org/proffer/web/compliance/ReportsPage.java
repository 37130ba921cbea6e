package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.DeskReports;
import org.proffer.documents.SignatureView;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The reports of a client, and another one. */
@Named("deskReportsPage")
@RequestScoped
public class ReportsPage {
  @Inject private DeskReports reports;
  @Inject private ClientTabs tabs;

  private String client = "";
  private List<Row> rows = List.of();

  /** A report as the table shows it. */
  public record Row(
      DeskReports.ReportView view,
      String at,
      String size,
      String signed,
      String sha256,
      boolean signable) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      rows =
          reports.list(tabs.show(Ids.parse("client", client), "reports").id()).stream()
              .map(this::row)
              .toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private Row row(DeskReports.ReportView report) {
    List<SignatureView> signatures = reports.signatures(report.id());
    String signed = report.signed();
    return new Row(
        report,
        Show.instant(report.producedAt()),
        Show.bytes(report.length()),
        signatures.isEmpty() ? "" : words(signatures.get(0)),
        signed == null ? report.sha256() : signed,
        signatures.isEmpty() && reports.signs() && tabs.isLeading());
  }

  private static String words(SignatureView signature) {
    String by = signature.name() + ", certificate " + signature.subject();
    Instant stamped = signature.stampedAt();
    return (signature.intact() && signature.whole()
            ? "Signed, verified now: "
            : "The signature does not verify: ")
        + by
        + ", "
        + Show.instant(signature.at())
        + (stamped == null ? ", without a time stamp" : ", time stamp " + Show.instant(stamped));
  }

  /** Whether the office has a key to sign with. */
  public boolean isSigning() {
    return reports.signs();
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public List<Row> getRows() {
    return rows;
  }
}
