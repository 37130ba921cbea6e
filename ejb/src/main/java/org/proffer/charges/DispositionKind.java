package org.proffer.charges;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.proffer.platform.InvalidInput;
import org.proffer.records.DayPrecision;
import org.proffer.records.RecordKind;

/** What happened to counts, oldest first. */
@Dependent
public class DispositionKind extends RecordKind<Disposition> {
  @Inject private CountKind counts;

  /** Declares the kind. */
  public DispositionKind() {
    super("disposition", "dispositions", "Plea, verdict or dismissal", Disposition.class);
  }

  @Override
  public String title(Disposition disposition) {
    return (disposition.step() == null ? "" : disposition.step().label())
        + (disposition.on() == null
            ? ""
            : (disposition.precision() == null || disposition.precision() == DayPrecision.DAY
                    ? " on "
                    : ", ")
                + disposition.when());
  }

  @Override
  public long order(Disposition disposition) {
    return disposition.on() == null ? 0 : disposition.on().toEpochDay();
  }

  @Override
  public Disposition completed(Written<Disposition> written) {
    return written.after().written();
  }

  @Override
  public void check(Written<Disposition> written) {
    for (UUID id : written.after().counts()) {
      Count count = written.records().get(counts, id).content();
      List<UUID> charged = count.defendants();
      if (!charged.isEmpty() && !charged.containsAll(written.after().defendants())) {
        throw new InvalidInput(
            "Defendants",
            "Not all of them are charged in count " + Objects.requireNonNull(count.number()) + ".",
            "Choose those that the count charges, or add them to the count.");
      }
    }
  }
}
