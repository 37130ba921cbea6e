package org.proffer.web.charges;

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
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Charges;
import org.proffer.charges.Instrument;
import org.proffer.charges.PleaAgreement;
import org.proffer.charges.PleaAgreementKind;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The charges of a case: instruments, their counts, and how each stands for each defendant. */
@Named("chargesPage")
@RequestScoped
public class ChargesPage {
  @Inject private Charges charges;
  @Inject private Records records;
  @Inject private PleaAgreementKind agreements;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable UUID caseId;
  private @Nullable Refusal refused;
  private List<ChargeSheet.Charged> instruments = List.of();
  private List<RecordView<PleaAgreement>> agreed = List.of();

  @PostConstruct
  void readAddress() {
    try {
      UUID id = CaseId.parse(asked.getOrDefault("case", "")).value();
      tabs.show(id, CaseTab.CHARGES);
      caseId = id;
      instruments = charges.sheet(id).instruments();
      agreed = records.list(agreements, id);
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

  /** Makes a superseding draft with all counts carried on. */
  public @Nullable String supersede(UUID instrument) {
    try {
      RecordView<Instrument> made =
          charges.supersede(instrument, Instrument.Type.SUPERSEDING_INDICTMENT, null);
      return here(made.caseId());
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Adds counts that say the same as one. */
  public @Nullable String repeat(UUID count) {
    try {
      int times = Integer.parseInt(asked.getOrDefault("times-" + count, "1").strip());
      RecordView<?> first = charges.repeat(count, times).get(0);
      return here(first.caseId());
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    } catch (NumberFormatException e) {
      Show.refusal(
          new org.proffer.platform.InvalidInput(
              "How many", "That is no number.", "Enter how many counts to add."));
      return null;
    }
  }

  private static String here(UUID id) {
    return "/charges/charges.xhtml?faces-redirect=true&case=" + Ids.parse("case", id.toString());
  }

  /** Whether the person may write charges. */
  public boolean isWriting() {
    return tabs.may(Action.EDIT_CASE_FILE);
  }

  public String getCaseId() {
    return String.valueOf(caseId);
  }

  public List<ChargeSheet.Charged> getInstruments() {
    return instruments;
  }

  public List<RecordView<PleaAgreement>> getAgreements() {
    return agreed;
  }
}
