package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** A file without a single byte. */
public final class EmptyFile extends Refusal {
  /** A file of this name without a byte. */
  public EmptyFile(String name) {
    super(
        Kind.INVALID,
        "The file is empty",
        "“" + name + "” has 0 bytes, so there is nothing to receive.",
        "Check the copy at its source and send it again.");
  }
}
