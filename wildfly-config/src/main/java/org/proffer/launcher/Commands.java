package org.proffer.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the machine. */
final class Commands {
  private Commands() {}

  /** Whether the portal was started as root; PostgreSQL refuses to run as root. */
  static boolean asRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /**
   * The command in a session of its own, so that Ctrl-C in the terminal does not reach it before
   * its time.
   */
  static List<String> detached(List<String> command) {
    return prefixed(List.of("setsid"), command);
  }

  /**
   * The command as somebody who is not root: in a user namespace, in which root's files stay
   * root's.
   */
  static List<String> unprivileged(List<String> command) {
    return asRoot() ? prefixed(List.of("unshare", "-U"), command) : command;
  }

  private static List<String> prefixed(List<String> prefix, List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** Runs to the end; what it prints goes to the log. */
  static void run(List<String> command, File log) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new CannotStart(
            Path.of(command.get(command.size() > 2 && command.get(0).equals("unshare") ? 2 : 0))
                    .getFileName()
                + " failed: see "
                + log
                + ".");
      }
    } catch (IOException e) {
      throw new CannotStart(command.get(0) + " cannot be run (" + e.getMessage() + ").", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
  }

  /** Asks a process to end, and ends it when it does not within the time. */
  static void stop(ProcessHandle process, String signal, long seconds) {
    if (!process.isAlive()) {
      return;
    }
    try {
      Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
      kill.waitFor(10, TimeUnit.SECONDS);
      process.onExit().get(seconds, TimeUnit.SECONDS);
    } catch (IOException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /**
   * Ends a process that an earlier start left behind, if the file names one that still runs and was
   * given exactly this argument: a number that now belongs to another program is left alone.
   */
  static void stopLeftover(Path pidFile, String argument, String signal) {
    try {
      if (!Files.exists(pidFile)) {
        return;
      }
      List<String> lines = Files.readAllLines(pidFile);
      if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
        return;
      }
      ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(process -> wasGiven(process, argument))
          .ifPresent(process -> stop(process, signal, 30));
    } catch (IOException e) {
      throw new CannotStart("The file " + pidFile + " cannot be read (" + e.getMessage() + ").", e);
    }
  }

  private static boolean wasGiven(ProcessHandle process, String argument) {
    return process.info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(given -> given.equals(argument));
  }
}
