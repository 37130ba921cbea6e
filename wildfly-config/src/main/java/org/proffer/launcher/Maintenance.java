package org.proffer.launcher;

import java.io.IOException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The subcommands of {@code proffer} that work on a data folder. */
@Command(
    name = "proffer",
    subcommands = {Backup.class, Restore.class})
public final class Maintenance {
  private static final int FAILED = 1;

  private Maintenance() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Maintenance())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("proffer: " + sentence(failure));
              return FAILED;
            })
        .execute(args);
  }

  private static String sentence(Exception failure) {
    if (failure instanceof IOException || failure instanceof SQLException) {
      return "It did not come to an end: " + failure + ".";
    }
    return String.valueOf(failure.getMessage());
  }
}
