package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.DeskFigures;
import org.proffer.compliance.OptOutClocks;
import org.proffer.law.deadlines.BusinessDays;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** Requests to receive no more, each with its clock. */
@Named("deskClocksPage")
@RequestScoped
public class ClocksPage {
  @Inject private OptOutClocks clocks;
  @Inject private DeskFigures figures;
  @Inject private ClientTabs tabs;

  private static final int SHOWN = 500;

  private String client = "";
  private String standing = "";
  private String id = "";
  private String after = "";
  private List<Row> rows = List.of();
  private long total;
  private OptOutClocks.@Nullable Request opened;
  private List<BusinessDays.Counted> clock = List.of();

  /** A request as the table shows it. */
  public record Row(OptOutClocks.Request view, String received, String honored, String chip) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID of = tabs.show(Ids.parse("client", client), "clocks").id();
      rows = asked(of).stream().map(ClocksPage::row).toList();
      total = clocks.count(of);
      if (!id.isEmpty()) {
        UUID request = Ids.parse("request", id);
        opened = clocks.get(request);
        clock = clocks.clock(request);
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private List<OptOutClocks.Request> asked(UUID of) {
    if (after.matches("\\d{1,2}")) {
      return figures.honoredAfter(of, Integer.parseInt(after)).stream()
          .limit(SHOWN)
          .map(clocks::get)
          .toList();
    }
    // What is due stands first: those not honored, by their last day.
    return standing.equals("ALARM")
        ? clocks.list(of, "", SHOWN).stream().filter(ClocksPage::isAlarm).toList()
        : clocks.list(of, standing, SHOWN);
  }

  private static boolean isAlarm(OptOutClocks.Request request) {
    return request.standing() == OptOutClocks.Standing.OVERDUE
        || request.standing() == OptOutClocks.Standing.DUE_SOON;
  }

  private static Row row(OptOutClocks.Request view) {
    String chip =
        switch (view.standing()) {
          case OVERDUE, LATE -> "bad";
          case DUE_SOON -> "open";
          case RUNNING -> "";
          case IN_TIME -> "good";
        };
    return new Row(view, Show.instant(view.receivedAt()), Show.instant(view.honoredAt()), chip);
  }

  /** What is shown, in words. */
  public String getShown() {
    return Show.count(rows.size())
        + " of "
        + Show.count(total)
        + " requests"
        + (after.isEmpty() ? "" : ": honored after " + after + " business days")
        + (standing.equals("ALARM") ? ": overdue, or due soon" : "");
  }

  /** The standings that can be asked for. */
  public List<OptOutClocks.Standing> getStandings() {
    return List.of(OptOutClocks.Standing.values());
  }

  /** Whether one request is open. */
  public boolean isOne() {
    return opened != null;
  }

  public OptOutClocks.Request getOpened() {
    return Objects.requireNonNull(opened, "a request is open");
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public String getStanding() {
    return standing;
  }

  public void setStanding(@Nullable String standing) {
    this.standing = standing == null ? "" : standing;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<BusinessDays.Counted> getClock() {
    return clock;
  }

  /** After how many business days the requests shown were honored; empty for any. */
  public String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after == null ? "" : after;
  }
}
