package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.DeskFinding;
import org.proffer.compliance.DeskFindings;
import org.proffer.law.penalties.Exposure;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The findings of a client, and what they can cost at most. */
@Named("deskFindingsPage")
@RequestScoped
public class FindingsPage {
  @Inject private DeskFindings findings;
  @Inject private ClientTabs tabs;

  private String client = "";
  private String state = "";
  private String severity = "";
  private String assessedOn = "";
  private String facts = "";
  private String willful = "";
  private List<Row> rows = List.of();
  private List<Exposure> exposures = List.of();
  private String problem = "";

  /** A finding as the table shows it. */
  public record Row(DeskFinding view, String found, String due, String overdue, String chip) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID of = tabs.show(Ids.parse("client", client), "findings").id();
      LocalDate today = findings.today();
      rows =
          findings.list(of, state).stream()
              .filter(f -> severity.isEmpty() || f.severity().name().equals(severity))
              .map(f -> row(f, today))
              .toList();
      if (assessedOn.isEmpty()) {
        assessedOn = today.toString();
      }
      expose(of);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private void expose(UUID of) {
    try {
      exposures =
          findings.exposure(
              of,
              LocalDate.parse(assessedOn),
              !facts.equals("none"),
              !facts.equals("none"),
              !willful.isEmpty());
    } catch (Refusal refusal) {
      problem = refusal.detail() + " " + refusal.next();
    } catch (java.time.DateTimeException e) {
      problem = "“" + assessedOn + "” is no day. Write it as 2026-12-01.";
    }
  }

  private static Row row(DeskFinding view, LocalDate today) {
    LocalDate due = view.due();
    return new Row(
        view,
        Show.instant(view.foundAt()),
        due == null ? "—" : due.toString(),
        view.isOverdue(today) ? "overdue" : "",
        switch (view.severity()) {
          case CRITICAL, HIGH -> "bad";
          case MEDIUM -> "open";
          case LOW -> "";
        });
  }

  /** Who sues, in words. */
  public String plaintiff(Exposure exposure) {
    return switch (exposure.plaintiff()) {
      case FTC -> "Federal Trade Commission";
      case STATE -> "A state, for its residents";
      case PROVIDER -> "A provider of Internet access service";
    };
  }

  /** The states that can be asked for. */
  public List<DeskFinding.State> getStates() {
    return List.of(DeskFinding.State.values());
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public String getState() {
    return state;
  }

  public void setState(@Nullable String state) {
    this.state = state == null ? "" : state;
  }

  public String getSeverity() {
    return severity;
  }

  public void setSeverity(@Nullable String severity) {
    this.severity = severity == null ? "" : severity;
  }

  public String getAssessedOn() {
    return assessedOn;
  }

  public void setAssessedOn(@Nullable String assessedOn) {
    this.assessedOn = assessedOn == null ? "" : assessedOn;
  }

  public String getFacts() {
    return facts;
  }

  public void setFacts(@Nullable String facts) {
    this.facts = facts == null ? "" : facts;
  }

  public String getWillful() {
    return willful;
  }

  public void setWillful(@Nullable String willful) {
    this.willful = willful == null ? "" : willful;
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<Exposure> getExposures() {
    return exposures;
  }

  public String getProblem() {
    return problem;
  }
}
