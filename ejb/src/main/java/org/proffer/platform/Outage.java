package org.proffer.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the portal stands on and misses just now, as a failure tells it. It passes: once there is
 * room, or the database answers, the same request can be sent again.
 */
public enum Outage {
  /** The disk of the database takes nothing more (SQLSTATE 53100, 58030). */
  DATABASE_FULL("The disk of the database is full", "Make room on the disk of the database."),
  /** The database does not answer, or is just starting. */
  DATABASE_AWAY(
      "The database does not answer",
      "Where it stays so, see whether its disk is full and what its log says."),
  /** The database could not do it beside what else it did (SQLSTATE 40, 53). */
  DATABASE_BUSY("The database asks to try again", "Nothing is to be done."),
  /** The temporary folder takes nothing more. */
  TEMPORARY_FULL(
      "The temporary folder of the server is full", "Make room in the server's temporary folder."),
  /** Another disk, mostly the vault's, takes nothing more. */
  DISK_FULL("The disk of the vault is full", "Make room on the disk of the vault.");

  private final String title;
  private final String remedy;

  Outage(String title, String remedy) {
    this.title = title;
    this.remedy = remedy;
  }

  /** One short sentence, without its full stop. */
  public String title() {
    return title;
  }

  /** What the administrator does about it. */
  public String remedy() {
    return remedy;
  }

  /** What a person is told whose request ended here. */
  public String advice() {
    return "Nothing of the request was kept. Send it again in a minute; tell the administrator if it"
        + " stays so.";
  }

  /** Its name for programs: lower case with hyphens. */
  public String type() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The temporary folder does not take what is written to it. */
  public static final class TemporaryFull extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says so; the cause has the words of the system. */
    public TemporaryFull(IOException cause) {
      super("the temporary folder cannot be written: " + cause.getMessage(), cause);
    }
  }

  /** The outage behind a failure; empty if it failed for another reason. */
  public static Optional<Outage> of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // A commit that failed keeps what its resources said beside its cause.
      for (Throwable beside : cause.getSuppressed()) {
        Optional<Outage> outage = of(beside);
        if (outage.isPresent()) {
          return outage;
        }
      }
      Optional<Outage> outage = one(cause);
      if (outage.isPresent()) {
        return outage;
      }
    }
    return Optional.empty();
  }

  private static Optional<Outage> one(Throwable cause) {
    if (cause instanceof SQLException refused) {
      return ofDatabase(refused);
    } else if (cause instanceof TemporaryFull) {
      return Optional.of(TEMPORARY_FULL);
    } else if (cause instanceof IOException && isFull(cause)) {
      return Optional.of(DISK_FULL);
    } else if (cause instanceof jakarta.resource.ResourceException
        || cause instanceof javax.transaction.xa.XAException) {
      return Optional.of(DATABASE_AWAY);
    }
    return Optional.empty();
  }

  private static Optional<Outage> ofDatabase(SQLException refused) {
    String state = refused.getSQLState() == null ? "" : refused.getSQLState();
    if (state.equals("53100") || state.equals("58030") || isFull(refused)) {
      return Optional.of(DATABASE_FULL);
    }
    boolean poolIsEmpty = state.isEmpty() && String.valueOf(refused.getMessage()).startsWith("IJ0");
    if (poolIsEmpty || state.startsWith("08") || state.startsWith("57P") || state.equals("25006")) {
      return Optional.of(DATABASE_AWAY);
    }
    return state.startsWith("40") || state.startsWith("53")
        ? Optional.of(DATABASE_BUSY)
        : Optional.empty();
  }

  private static boolean isFull(Throwable cause) {
    String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("disk quota exceeded");
  }
}
