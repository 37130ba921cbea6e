package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientMember;
import org.proffer.clients.Clients;
import org.proffer.compliance.DeskFinding;
import org.proffer.compliance.DeskFindings;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** One finding and what becomes of it. */
@Named("deskRemedyPage")
@RequestScoped
public class RemedyPage {
  @Inject private DeskFindings findings;
  @Inject private Clients clients;
  @Inject private ClientTabs tabs;

  private String id = "";
  private @Nullable DeskFinding view;
  private List<DeskFindings.Step> steps = List.of();
  private List<RecordPage.Option> owners = List.of();
  private List<RecordPage.Option> states = List.of();

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID finding = Ids.parse("finding", id);
      DeskFinding shown = findings.get(finding);
      view = shown;
      tabs.show(shown.clientId(), "findings");
      steps = findings.steps(finding);
      owners =
          clients.members(shown.clientId()).stream()
              .map(ClientMember::login)
              .map(
                  login ->
                      new RecordPage.Option(
                          login, login, login.equals(shown.owner()) ? "chosen" : ""))
              .toList();
      states =
          java.util.Arrays.stream(DeskFinding.State.values())
              .map(
                  s ->
                      new RecordPage.Option(
                          s.name(), s.label(), s == shown.state() ? "chosen" : ""))
              .toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  public DeskFinding getView() {
    return Objects.requireNonNull(view, "the page shows a finding");
  }

  /** Until when, as the field shows it. */
  public String getDue() {
    java.time.LocalDate due = getView().due();
    return due == null ? "" : due.toString();
  }

  /** Address of what found it; empty where there is no page of it. */
  public String getSource() {
    return switch (getView().foundIn()) {
      case CHECK -> "checked.xhtml?id=" + getView().sourceId();
      case AUDIT ->
          "audit.xhtml?id="
              + getView().sourceId()
              + "&requirement="
              + getView().requirement()
              + "&verdict="
              + getView().verdict();
      default -> "";
    };
  }

  /** A moment as it is shown. */
  public String at(java.time.Instant instant) {
    return Show.instant(instant);
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public List<DeskFindings.Step> getSteps() {
    return steps;
  }

  public List<RecordPage.Option> getOwners() {
    return owners;
  }

  public List<RecordPage.Option> getStates() {
    return states;
  }
}
