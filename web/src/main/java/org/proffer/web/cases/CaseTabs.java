package org.proffer.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;

/** The head of every page of a case: what case it is, and its tabs. */
@Named("caseTabs")
@RequestScoped
public class CaseTabs {
  @Inject private Cases cases;
  @Inject private Access access;

  private @Nullable CaseView view;
  private CaseTab current = CaseTab.OVERVIEW;

  /**
   * A tab as it is shown.
   *
   * @param current {@code page} for the one that is open, as in aria-current
   */
  public record Tab(String label, String address, @Nullable String current) {}

  /**
   * Says which case and tab the page shows.
   *
   * @throws org.proffer.platform.NotFound if there is no such case for this person
   */
  public void show(UUID caseId, CaseTab tab) {
    view = cases.get(new CaseId(caseId));
    current = tab;
  }

  /** The zone of the court of the case that is shown. */
  public ZoneId zone() {
    CaseView shown = view;
    return shown == null ? ZoneOffset.UTC : shown.court().zone();
  }

  public @Nullable CaseView getView() {
    return view;
  }

  /** The tabs the person may open, in order; none before a page has said which case it shows. */
  public List<Tab> getAll() {
    CaseView shown = view;
    if (shown == null) {
      return List.of();
    }
    Set<Action> allowed =
        access.allowed(
            shown.id().value(), Arrays.stream(CaseTab.values()).map(CaseTab::viewing).toList());
    return Arrays.stream(CaseTab.values())
        .filter(tab -> allowed.contains(tab.viewing()))
        .map(
            tab ->
                new Tab(
                    tab.label(), tab.address(shown.id().value()), tab == current ? "page" : null))
        .toList();
  }
}
