package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.DeskReports;
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
  public record Row(DeskReports.ReportView view, String at, String size) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      rows =
          reports.list(tabs.show(Ids.parse("client", client), "reports").id()).stream()
              .map(r -> new Row(r, Show.instant(r.producedAt()), Show.bytes(r.length())))
              .toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
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
