package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** Fewer or more bytes arrived than were announced, or the connection broke. */
public final class UploadCut extends Refusal {
  UploadCut(String name, long announced, long arrived) {
    super(
        Kind.INVALID,
        "The file did not arrive whole",
        "“"
            + name
            + "”: "
            + announced
            + " bytes were announced and "
            + arrived
            + " arrived. Nothing was kept of it.",
        "Send it again.");
  }
}
