package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;

/** Generated secrets, one a file, readable by the owner only. */
final class Secrets {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** The secret of a name, made when it is asked for first. */
  String of(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        Path written = folder.resolve(name + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written);
        DataFolder.ownerOnly(written);
        Files.writeString(written, random(32));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CannotStart(
          "The secret " + file + " cannot be read or written (" + e.getMessage() + ").", e);
    }
  }

  /** Random letters and digits without look-alikes, five bits each. */
  static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /** A password that can be read out and typed: four groups of four. */
  static String readable() {
    return String.join("-", random(4), random(4), random(4), random(4));
  }
}
