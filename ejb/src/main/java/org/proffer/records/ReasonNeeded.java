package org.proffer.records;

import org.proffer.platform.Refusal;

/** A record stands behind a charging instrument that was filed; a change of it needs a reason. */
public final class ReasonNeeded extends Refusal {
  ReasonNeeded(String title, String filed) {
    super(
        Kind.INVALID,
        "Please say why",
        "“" + title + "” stands behind the " + filed + ", which was filed.",
        "Say why it is changed; the change shows as a correction after filing, with the reason.");
  }
}
