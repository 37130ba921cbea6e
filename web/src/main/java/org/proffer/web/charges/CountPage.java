package org.proffer.web.charges;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Charges;
import org.proffer.charges.ChargingLanguage;
import org.proffer.charges.Count;
import org.proffer.charges.CountKind;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** A count: its elements, its penalty, its words, and by when it has to be charged. */
@Named("countPage")
@RequestScoped
public class CountPage {
  @Inject private Charges charges;
  @Inject private Records records;
  @Inject private CountKind counts;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private ChargeSheet.@Nullable Line line;
  private @Nullable ChargingLanguage language;
  private @Nullable Refusal refused;

  @PostConstruct
  void readAddress() {
    try {
      UUID id = Ids.parse("count", asked.getOrDefault("id", ""));
      RecordView<Count> count = records.get(counts, id);
      tabs.show(count.caseId(), CaseTab.CHARGES);
      line =
          charges.sheet(count.caseId()).instruments().stream()
              .flatMap(charged -> charged.counts().stream())
              .filter(one -> one.count().id().equals(id))
              .findFirst()
              .orElse(null);
      language = charges.language(id).orElse(null);
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

  public ChargeSheet.@Nullable Line getLine() {
    return line;
  }

  public @Nullable ChargingLanguage getLanguage() {
    return language;
  }
}
