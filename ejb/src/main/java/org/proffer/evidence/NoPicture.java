package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** What was sent as a photograph is no picture that can be shown. */
public final class NoPicture extends Refusal {
  NoPicture(String name, String why) {
    super(
        Kind.INVALID,
        "This is no photograph",
        "“" + name + "” " + why + ". Nothing was kept of it.",
        "Send a JPEG, PNG, GIF or BMP of at most 100 million points.");
  }
}
