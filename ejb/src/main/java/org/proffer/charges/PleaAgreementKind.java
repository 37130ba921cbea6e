package org.proffer.charges;

import jakarta.enterprise.context.Dependent;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;

/** Agreements on pleas, oldest first. */
@Dependent
public class PleaAgreementKind extends RecordKind<PleaAgreement> {
  /** Declares the kind. */
  public PleaAgreementKind() {
    super("plea-agreement", "plea-agreements", "Plea agreement", PleaAgreement.class);
  }

  @Override
  public String title(PleaAgreement agreement) {
    return "Plea agreement" + (agreement.on() == null ? "" : " of " + agreement.on());
  }

  @Override
  public long order(PleaAgreement agreement) {
    return agreement.on() == null ? 0 : agreement.on().toEpochDay();
  }

  @Override
  public void check(Written<PleaAgreement> written) {
    Integer from = written.after().rangeFrom();
    Integer to = written.after().rangeTo();
    if (from != null && to != null && to < from) {
      throw new InvalidInput(
          "Range to, months", to + " is less than " + from + ".", "Check the two ends.");
    }
  }
}
