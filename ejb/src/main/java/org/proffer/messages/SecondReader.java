package org.proffer.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Another program's count of the messages of an Outlook data file: {@code lspst} of LibPST, where
 * the machine has it.
 */
final class SecondReader {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/lspst"), Path.of("/usr/local/bin/lspst"));
  private static final int MINUTES = 30;

  private SecondReader() {}

  /**
   * What it counted.
   *
   * @param reader name and version
   */
  record Count(String reader, long messages) {}

  /** Empty where none is installed, or it came to no end. */
  static Optional<Count> count(Path file) throws IOException {
    Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    String version =
        lines(program.get().toString(), "-V")
            .map(all -> all.isEmpty() ? "" : all.get(0))
            .orElse("");
    return lines(program.get().toString(), file.toString())
        .map(
            all ->
                new Count(
                    version.isEmpty() ? "lspst" : version,
                    all.stream().filter(line -> line.startsWith("Email\t")).count()));
  }

  private static Optional<List<String>> lines(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = out.lines().toList();
      return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0
          ? Optional.of(lines)
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }
}
