package org.proffer.clients;

import org.proffer.platform.Refusal;

/** Somebody wrote it since it was read; nothing was overwritten. */
public final class ClientChanged extends Refusal {
  private final int version;

  /**
   * What was written meanwhile.
   *
   * @param what the thing, for example a title
   * @param by login of who wrote it
   * @param version which it has now
   */
  public ClientChanged(String what, String by, int version) {
    super(
        Kind.CHANGED_MEANWHILE,
        "Changed meanwhile",
        "“"
            + what
            + "” was changed by "
            + by
            + " since you read it; it has version "
            + version
            + ".",
        "Read it again, and make your change on what is there now.");
    this.version = version;
  }

  /** Its version now. */
  public int version() {
    return version;
  }
}
