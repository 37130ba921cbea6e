package org.proffer.documents;

import org.proffer.platform.Refusal;

/** A document is not in the status that an action needs. */
public final class NotInThisStatus extends Refusal {
  NotInThisStatus(String title, DocumentStatus status, String next) {
    super(
        Kind.CONFLICT,
        "Not in this status",
        "“" + title + "” is: " + status.label().toLowerCase(java.util.Locale.ROOT) + ".",
        next);
  }
}
