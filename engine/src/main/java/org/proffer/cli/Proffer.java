package org.proffer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code proffer} command; its subcommands are the classes of this package. */
@Command(
    name = "proffer",
    mixinStandardHelpOptions = true,
    subcommands = {Check.class, Rules.class, Verify.class, VerifyLog.class, WitnessHeads.class},
    description = "Checks e-mail against the CAN-SPAM Act as it stood on the day it was sent.")
public final class Proffer {

  private static final int FAILED = 2;

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs the command; what fails unexpectedly is said in one line and is no verdict. */
  static int run(String... args) {
    return new CommandLine(new Proffer())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("proffer: " + failure.getMessage());
              return FAILED;
            })
        .execute(args);
  }
}
