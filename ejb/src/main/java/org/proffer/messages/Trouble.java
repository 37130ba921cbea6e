package org.proffer.messages;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** What keeps an import waiting and may pass: a full disk, a database that does not answer. */
final class Trouble {
  private Trouble() {}

  /** What to tell a person; empty if waiting would not help. */
  static Optional<String> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // A commit that failed keeps what its resources said beside its cause.
      for (Throwable beside : cause.getSuppressed()) {
        Optional<String> trouble = of(beside);
        if (trouble.isPresent()) {
          return trouble;
        }
      }
      if (cause instanceof SQLException refused) {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        if (state.startsWith("53")) {
          return Optional.of(
              "The database has no room ("
                  + state
                  + "). Free space on its disk; the import waits.");
        }
        if (state.isEmpty() && String.valueOf(refused.getMessage()).startsWith("IJ0")) {
          return Optional.of("The pool has lost its connection. The import waits for another.");
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("25006")) {
          return Optional.of("The database does not answer. The import waits for it.");
        }
        if (state.startsWith("40")) {
          return Optional.of("The database asked to try again.");
        }
        if (state.equals("58030") || isFull(refused)) {
          return Optional.of("The disk of the database cannot be written. The import waits.");
        }
      } else if (cause instanceof IOException && isFull(cause)) {
        return Optional.of("The disk of the vault is full. Free space there; the import waits.");
      } else if (cause instanceof jakarta.resource.ResourceException
          || cause instanceof javax.transaction.xa.XAException) {
        return Optional.of("The database does not answer. The import waits for it.");
      }
    }
    return Optional.empty();
  }

  private static boolean isFull(Throwable cause) {
    String message = cause.getMessage();
    String words = message == null ? "" : message.toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("disk quota exceeded");
  }
}
