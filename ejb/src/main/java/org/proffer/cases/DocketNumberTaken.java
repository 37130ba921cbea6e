package org.proffer.cases;

import org.proffer.platform.Refusal;

/** Another case has this docket number of this court. */
public final class DocketNumberTaken extends Refusal {
  DocketNumberTaken(Court court, DocketNumber number) {
    super(
        Kind.CONFLICT,
        "Docket number in use",
        "The docket number "
            + number.value()
            + " of the "
            + court.name()
            + " cannot be used for a new case.",
        "Check the number; if it is right, ask a supervising attorney who works on it.");
  }
}
