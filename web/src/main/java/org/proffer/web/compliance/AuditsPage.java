package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.Programme;
import org.proffer.compliance.MailingAuditView;
import org.proffer.compliance.MailingAudits;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The audits of a client, and another one. */
@Named("deskAuditsPage")
@RequestScoped
public class AuditsPage {
  @Inject private MailingAudits audits;
  @Inject private ClientRecords records;
  @Inject private ClientTabs tabs;

  private String client = "";
  private List<Row> rows = List.of();
  private List<ClientRecord<Programme>> programmes = List.of();

  /** An audit as the table shows it. */
  public record Row(MailingAuditView view, String at, String sends, String late) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID id = tabs.show(Ids.parse("client", client), "audits").id();
      rows = audits.list(id).stream().map(AuditsPage::row).toList();
      programmes = records.list(ClientKinds.PROGRAMME, id);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static Row row(MailingAuditView view) {
    JsonObject tally = view.tally();
    return new Row(
        view,
        Show.instant(view.createdAt()),
        tally == null
            ? "—"
            : Show.count(tally.getJsonObject("rows").getJsonNumber("SENDS").longValue()),
        tally == null ? "—" : Show.count(tally.getJsonNumber("late").longValue()));
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

  /** The programmes of the client. */
  public List<ClientRecord<Programme>> getProgrammes() {
    return programmes;
  }
}
