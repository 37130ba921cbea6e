package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * With what backups are sealed: by options, or by the environment for those that run by a clock.
 */
final class SealOptions {
  @Option(
      names = "--seal-key",
      paramLabel = "FILE",
      description =
          "Key of sealed backups: 32 bytes in Base64. Without it, the file that"
              + " PROFFER_BACKUP_KEY names in the environment.")
  private @Nullable Path key;

  @Option(
      names = "--seal-passphrase",
      paramLabel = "FILE",
      description =
          "File with the passphrase of sealed backups on its first line. Without it,"
              + " PROFFER_BACKUP_PASSPHRASE in the environment.")
  private @Nullable Path passphrase;

  /**
   * The seal; null if none is given.
   *
   * @throws CannotStart if both are given, or one that cannot be used
   */
  @Nullable BackupSeal seal() throws IOException {
    if (key != null && passphrase != null) {
      throw new CannotStart("Give a key or a passphrase, not both.");
    }
    if (key != null) {
      return BackupSeal.ofKey(key);
    }
    if (passphrase != null) {
      return BackupSeal.ofPassphrase(
          Files.readString(passphrase).lines().findFirst().orElse("").strip());
    }
    String file = System.getenv("PROFFER_BACKUP_KEY");
    if (file != null && !file.isBlank()) {
      return BackupSeal.ofKey(Path.of(file.strip()));
    }
    String words = System.getenv("PROFFER_BACKUP_PASSPHRASE");
    return words == null || words.isBlank() ? null : BackupSeal.ofPassphrase(words.strip());
  }
}
