package org.proffer.charges;

import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;

/** Times in which limitation does not run, oldest first. */
@Dependent
public class SuspensionKind extends RecordKind<TolledTime> {
  /** Declares the kind. */
  public SuspensionKind() {
    super("suspension", "suspensions", "Suspension of limitation", TolledTime.class);
  }

  @Override
  public String title(TolledTime tolled) {
    return (tolled.ground() == null ? "" : tolled.ground().label())
        + ", "
        + tolled.from()
        + " to "
        + tolled.until();
  }

  @Override
  public long order(TolledTime tolled) {
    return tolled.from() == null ? 0 : tolled.from().toEpochDay();
  }

  @Override
  public void check(Written<TolledTime> written) {
    LocalDate from = written.after().from();
    LocalDate until = written.after().until();
    if (from != null && until != null && !until.isAfter(from)) {
      throw new InvalidInput(
          "Runs again on", until + " is not after " + from + ".", "Check the two days.");
    }
  }
}
