package org.proffer.sentencing;

import jakarta.enterprise.context.Dependent;
import java.util.Objects;
import org.proffer.access.Action;
import org.proffer.law.Usd;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;

/** Restitution, payee by payee. */
@Dependent
public class RestitutionKind extends RecordKind<Restitution> {
  /** Declares the kind. */
  public RestitutionKind() {
    super("restitution", "restitutions", "Restitution to a payee", Restitution.class);
  }

  @Override
  public String title(Restitution restitution) {
    return "Restitution of "
        + new Usd(Objects.requireNonNull(restitution.amount()))
        + (restitution.payee().isEmpty() ? "" : " to " + restitution.payee());
  }

  @Override
  public void check(Written<Restitution> written) {
    Restitution after = written.after();
    if ((after.party() == null) == after.payee().isEmpty()) {
      throw new InvalidInput(
          "Payee",
          "A payee is a party of the case, or named in words.",
          "Fill in one of the two fields.");
    }
    Amounts.check("Amount, dollars", after.amount());
  }

  @Override
  public Action viewing() {
    return Action.VIEW_OUTCOMES;
  }
}
