package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.Programme;
import org.proffer.compliance.SeedMailboxes;
import org.proffer.compliance.TemplateCheckView;
import org.proffer.compliance.TemplateChecks;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** A message to be checked, and the checks that were made. */
@Named("deskCheckPage")
@RequestScoped
public class CheckPage {
  @Inject private TemplateChecks checks;
  @Inject private ClientRecords records;
  @Inject private SeedMailboxes mailboxes;
  @Inject private ClientTabs tabs;

  private static final int SHOWN = 50;

  private String client = "";
  private String requirement = "";
  private List<TemplateCheckView> rows = List.of();
  private List<ClientRecord<Programme>> programmes = List.of();
  private List<SeedRow> seeds = List.of();

  /** A seed mailbox as the table shows it. */
  public record SeedRow(
      SeedMailboxes.SeedStanding view, String standing, String chip, String arrived) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID id = tabs.show(Ids.parse("client", client), "check").id();
      rows = checks.list(id, requirement, SHOWN);
      seeds = mailboxes.list(id).stream().map(CheckPage::seed).toList();
      programmes = records.list(ClientKinds.PROGRAMME, id);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static SeedRow seed(SeedMailboxes.SeedStanding view) {
    boolean works = view.on() && view.served() && view.problem().isEmpty();
    String standing =
        !view.on()
            ? "off"
            : !view.served() ? "not served by this portal" : works ? "on" : "hindered";
    return new SeedRow(
        view, standing, works ? "good" : view.on() ? "open" : "", Show.instant(view.arrivedAt()));
  }

  /** The seed mailboxes of the client. */
  public List<SeedRow> getSeeds() {
    return seeds;
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public String getRequirement() {
    return requirement;
  }

  public void setRequirement(@Nullable String requirement) {
    this.requirement = requirement == null ? "" : requirement;
  }

  public List<TemplateCheckView> getRows() {
    return rows;
  }

  /** The programmes of the client. */
  public List<ClientRecord<Programme>> getProgrammes() {
    return programmes;
  }

  /** A moment as it is shown. */
  public String at(java.time.Instant instant) {
    return Show.instant(instant);
  }

  /** Requirements in words. */
  public String words(List<String> requirements) {
    return String.join(", ", requirements);
  }
}
