package org.proffer.cases;

import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;

/**
 * Further docket numbers of a case. Two cases may have the same one: a complaint becomes several.
 */
@Dependent
public class DocketKind extends RecordKind<Docket> {
  /** Declares the kind. */
  public DocketKind() {
    super("docket", "dockets", "Docket number", Docket.class);
  }

  @Override
  public String title(Docket docket) {
    return docket.number() + ", " + docket.court();
  }

  @Override
  public long order(Docket docket) {
    return docket.from() == null ? 0 : docket.from().toEpochDay();
  }

  @Override
  public void check(Written<Docket> written) {
    LocalDate from = written.after().from();
    LocalDate until = written.after().until();
    if (from != null && until != null && until.isBefore(from)) {
      throw new InvalidInput("Until", "It ends before it begins.", "Check the two days.");
    }
  }
}
