package org.proffer.sentencing;

import jakarta.enterprise.context.Dependent;
import java.util.Objects;
import org.proffer.access.Action;
import org.proffer.law.Usd;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;

/** What happened after sentences, oldest first. */
@Dependent
public class AfterSentenceKind extends RecordKind<AfterSentence> {
  /** Declares the kind. */
  public AfterSentenceKind() {
    super("after-sentence", "after-sentence-events", "After sentence", AfterSentence.class);
  }

  @Override
  public String title(AfterSentence event) {
    return Objects.requireNonNull(event.type()).label()
        + " on "
        + event.on()
        + (event.amount() == null ? "" : ", " + new Usd(event.amount()))
        + (event.months() == null ? "" : ", " + event.months() + " months");
  }

  @Override
  public long order(AfterSentence event) {
    return Objects.requireNonNull(event.on()).toEpochDay();
  }

  @Override
  public void check(Written<AfterSentence> written) {
    AfterSentence after = written.after();
    Amounts.check("Amount, dollars", after.amount());
    Amounts.check("Months", after.months());
    if (after.type() == AfterSentence.Type.PAYMENT && after.amount() == null) {
      throw new InvalidInput("Amount, dollars", "A payment has an amount.", "Enter it.");
    }
  }

  @Override
  public Action viewing() {
    return Action.VIEW_OUTCOMES;
  }
}
