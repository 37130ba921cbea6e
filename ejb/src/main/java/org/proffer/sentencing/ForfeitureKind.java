package org.proffer.sentencing;

import jakarta.enterprise.context.Dependent;
import java.util.Objects;
import org.proffer.access.Action;
import org.proffer.law.Usd;
import org.proffer.records.RecordKind;

/** What sentences forfeit. */
@Dependent
public class ForfeitureKind extends RecordKind<Forfeiture> {
  /** Declares the kind. */
  public ForfeitureKind() {
    super("forfeiture", "forfeitures", "Forfeiture", Forfeiture.class);
  }

  @Override
  public String title(Forfeiture forfeiture) {
    String what =
        forfeiture.description().isEmpty()
            ? Objects.requireNonNull(forfeiture.type()).label()
            : forfeiture.description();
    return "Forfeiture: "
        + what
        + (forfeiture.amount() == null ? "" : ", " + new Usd(forfeiture.amount()));
  }

  @Override
  public void check(Written<Forfeiture> written) {
    Amounts.check("Amount, dollars", written.after().amount());
  }

  @Override
  public Action viewing() {
    return Action.VIEW_OUTCOMES;
  }
}
