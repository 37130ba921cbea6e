package org.proffer.web.outcomes;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.platform.Refusal;
import org.proffer.sentencing.Outcome;
import org.proffer.sentencing.Outcomes;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** How a case ends: all its defendants side by side. */
@Named("defendantsPage")
@RequestScoped
public class DefendantsPage {
  @Inject private Outcomes outcomes;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable UUID caseId;
  private @Nullable Refusal refused;
  private List<Outcome> rows = List.of();

  @PostConstruct
  void readAddress() {
    try {
      UUID id = CaseId.parse(asked.getOrDefault("case", "")).value();
      tabs.show(id, CaseTab.OUTCOMES);
      caseId = id;
      rows = outcomes.of(id);
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Whether the person may write sentences. */
  public boolean isWriting() {
    return tabs.may(Action.EDIT_CASE_FILE);
  }

  public String getCaseId() {
    return String.valueOf(caseId);
  }

  public List<Outcome> getRows() {
    return rows;
  }
}
