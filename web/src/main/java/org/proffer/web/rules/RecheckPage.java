package org.proffer.web.rules;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.proffer.law.Verdict;
import org.proffer.messages.RecheckChanges;
import org.proffer.messages.RecheckId;
import org.proffer.messages.RecheckView;
import org.proffer.messages.Rechecks;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** How far a re-check is, and what it changed; the page asks again each second until it ended. */
@Named("recheckPage")
@RequestScoped
public class RecheckPage {
  @Inject private Rechecks rechecks;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private String id = "";
  private @Nullable RecheckView view;
  private @Nullable RecheckChanges changes;

  /** Messages of one gravest verdict, before and after. */
  public record Total(Verdict verdict, String before, String after) {}

  /** A change with the address of its rows. */
  public record Change(
      String requirement, Verdict was, Verdict became, String count, String rows) {}

  @PostConstruct
  void readAddress() {
    id = asked.getOrDefault("id", "");
  }

  /** Loads the re-check. */
  public void load() {
    try {
      getView();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  /** Shows what changed anew when the re-check has ended. */
  public void watch() {
    PrimeFaces.current().ajax().addCallbackParam("watched", true);
    if (isEnded()) {
      PrimeFaces.current().ajax().update("recheck:end");
    }
  }

  public String getId() {
    return id;
  }

  /** The re-check as it stands. */
  public RecheckView getView() {
    RecheckView now = view;
    if (now == null) {
      now = rechecks.get(RecheckId.parse(id));
      view = now;
    }
    return now;
  }

  private RecheckChanges changes() {
    RecheckChanges now = changes;
    if (now == null) {
      now = rechecks.changes(getView().id());
      changes = now;
    }
    return now;
  }

  /** Whether nothing more happens. */
  public boolean isEnded() {
    return getView().state().isEnded();
  }

  /** Messages by their gravest verdict, before and after. */
  public List<Total> getTotals() {
    return Arrays.stream(Verdict.values())
        .map(v -> new Total(v, Show.count(changes().before(v)), Show.count(changes().after(v))))
        .toList();
  }

  /** What changed, by requirement. */
  public List<Change> getChanges() {
    return changes().requirements().stream()
        .map(
            c ->
                new Change(
                    c.requirement(),
                    c.was(),
                    c.became(),
                    Show.count(c.messages()),
                    "/messages/list.xhtml?case="
                        + getView().caseId()
                        + "&recheck="
                        + id
                        + "&requirement="
                        + c.requirement()
                        + "&was="
                        + c.was()
                        + "&became="
                        + c.became()))
        .toList();
  }

  /** A count as it is shown. */
  public String count(long count) {
    return Show.count(count);
  }

  public String getStarted() {
    return Show.instant(getView().startedAt());
  }

  public String getFinished() {
    return Show.instant(getView().finishedAt());
  }
}
