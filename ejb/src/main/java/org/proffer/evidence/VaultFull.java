package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** The vault's disk cannot take the bytes. */
public final class VaultFull extends Refusal {
  VaultFull(String name, long written, long free, Throwable cause) {
    super(
        Kind.UNAVAILABLE,
        "The vault is full",
        "“"
            + name
            + "” could not be stored: after "
            + written
            + " bytes, "
            + free
            + " bytes are free. Nothing was kept of it.",
        "Ask the administrator to make room, then send it again.");
    initCause(cause);
  }
}
