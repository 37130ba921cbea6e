package org.proffer.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** An authority made for the tests, by openssl, and what it vouches for. */
final class TestCertificates {
  private static TestCertificates ofAllTests;

  private final Path folder;

  private TestCertificates(Path folder) {
    this.folder = folder;
  }

  /** The one that the portal of the tests trusts. */
  static synchronized TestCertificates ofAllTests() {
    if (ofAllTests == null) {
      ofAllTests = named("Test authority");
    }
    return ofAllTests;
  }

  /** Another authority, whom nobody trusts. */
  static TestCertificates named(String name) {
    try {
      Path folder =
          Files.createTempDirectory(
              "authority",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      TestCertificates made = new TestCertificates(folder);
      if (isPossible()) {
        made.openssl(
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            "ca.key",
            "-out",
            "ca.pem",
            "-days",
            "2",
            "-subj",
            "/CN=" + name);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether openssl is here. */
  static boolean isPossible() {
    try {
      Process process = new ProcessBuilder("openssl", "version").start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The authority's own certificate, PEM; a name without a file where openssl is absent. */
  Path authority() {
    return folder.resolve("ca.pem");
  }

  /** Where the files are. */
  Path folder() {
    return folder;
  }

  /**
   * Makes {@code name.key} and {@code name.pem}.
   *
   * @param extension what the certificate is for
   */
  void certify(String name, String extension) throws IOException {
    openssl(
        "req",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        name + ".key",
        "-out",
        name + ".csr",
        "-subj",
        "/CN=" + name);
    Files.writeString(folder.resolve(name + ".ext"), extension + "\n");
    openssl(
        "x509",
        "-req",
        "-in",
        name + ".csr",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-days",
        "2",
        "-extfile",
        name + ".ext",
        "-out",
        name + ".pem");
  }

  /** Runs openssl in the folder; gives what it said. */
  String openssl(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return said;
  }
}
