package org.proffer.messages;

import java.util.Optional;
import org.proffer.platform.Outage;

/** What keeps an import waiting and may pass: a full disk, a database that does not answer. */
final class Trouble {
  private Trouble() {}

  /** What to tell a person; empty if waiting would not help. */
  static Optional<String> of(Throwable failure) {
    return Outage.of(failure)
        .map(
            outage ->
                outage.title()
                    + ". The import waits and goes on by itself. "
                    + (outage == Outage.DATABASE_BUSY ? "" : outage.remedy()))
        .map(String::strip);
  }
}
