package org.proffer.parties;

import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;

/** Who represents whom. */
@Dependent
public class RepresentationKind extends RecordKind<Representation> {
  /** Declares the kind. */
  public RepresentationKind() {
    super("representation", "representations", "Representation", Representation.class);
  }

  @Override
  public String title(Representation representation) {
    return (representation.engagement() == null ? "" : representation.engagement().label())
        + " counsel"
        + (representation.from() == null ? "" : " from " + representation.from());
  }

  @Override
  public void check(Written<Representation> written) {
    Representation after = written.after();
    if (after.party() != null && after.party().equals(after.counsel())) {
      throw new InvalidInput(
          "Counsel", "Nobody is their own counsel here.", "Choose the counsel, or use Standby.");
    }
    LocalDate from = after.from();
    LocalDate until = after.until();
    if (from != null && until != null && until.isBefore(from)) {
      throw new InvalidInput(
          "Until", until + " is before " + from + ".", "Enter the last day, or leave it empty.");
    }
  }
}
