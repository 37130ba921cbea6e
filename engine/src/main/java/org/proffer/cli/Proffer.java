package org.proffer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code proffer} command; its subcommands are the classes of this package. */
@Command(
    name = "proffer",
    mixinStandardHelpOptions = true,
    subcommands = {Check.class},
    description = "Checks e-mail against the CAN-SPAM Act as it stood on the day it was sent.")
public final class Proffer {

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Proffer()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }
}
