package org.proffer.compliance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.proffer.check.FactsFile;
import org.proffer.check.FactsRefused;
import org.proffer.platform.InvalidInput;

/** Reads facts files that were sent to the desk. */
final class Recorded {
  private static final int MOST = 8 << 20;

  private Recorded() {}

  /**
   * What a facts file records.
   *
   * @param text empty for nothing
   * @throws InvalidInput if it is no facts file, with its line
   */
  static FactsFile read(String text) {
    if (text.isBlank()) {
      return FactsFile.NONE;
    }
    if (text.length() > MOST) {
      throw new InvalidInput(
          "facts", "The facts file has more than 8 MiB.", "Send the facts of fewer messages.");
    }
    try {
      return FactsFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (FactsRefused refused) {
      InvalidInput refusal =
          new InvalidInput(
              "facts",
              String.valueOf(refused.getMessage()),
              "Write it as docs/rules/facts-file.md says; nothing of it was used.");
      refusal.initCause(refused);
      throw refusal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
