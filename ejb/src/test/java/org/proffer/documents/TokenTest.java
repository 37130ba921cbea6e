package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The office signs with a key that does not leave its token (PKCS#11, here SoftHSM). */
class TokenTest {
  private static final Path ROOT = Path.of(System.getProperty("proffer.softhsm", "/"));
  private static final Path LIBRARY = ROOT.resolve("usr/lib/softhsm/libsofthsm2.so");
  private static final Path PROGRAM = ROOT.resolve("usr/bin/softhsm2-util");

  @Test
  void aFileIsSignedByAKeyOfAToken(@TempDir Path folder) throws Exception {
    assumeTrue(
        Files.exists(LIBRARY) && Files.isExecutable(PROGRAM),
        "SKIPPED: no SoftHSM (Debian: softhsm2; or -Dproffer.softhsm=ROOT), so no token was tried");
    Files.createDirectory(folder.resolve("tokens"));
    Path configuration = folder.resolve("softhsm2.conf");
    Files.writeString(
        configuration,
        "directories.tokendir = " + folder.resolve("tokens") + "\nobjectstore.backend = file\n");
    run(
        configuration,
        List.of(
            PROGRAM.toString(),
            "--module",
            LIBRARY.toString(),
            "--init-token",
            "--free",
            "--label",
            "office",
            "--pin",
            "1234",
            "--so-pin",
            "5678"));
    Path provider = folder.resolve("pkcs11.cfg");
    Files.writeString(
        provider,
        "name = Office\nlibrary = "
            + LIBRARY
            + "\nslotListIndex = 0\nattributes(generate,CKO_PRIVATE_KEY,*) = {\n  CKA_EXTRACTABLE = false\n  CKA_SENSITIVE = true\n}\n");
    Path paper = folder.resolve("paper.pdf");
    Files.write(
        paper,
        CatalogueTest.pdf(
            DocumentKind.TIMELINE_EXHIBIT,
            CatalogueTest.composed(DocumentKind.TIMELINE_EXHIBIT, Map.of())));

    String said =
        run(
            configuration,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                TokenSigning.class.getName(),
                provider.toString(),
                "1234",
                paper.toString()));

    assertThat(said)
        .contains("key leaves the token: false, VALID by CN=Office with a token (test)");
  }

  private static String run(Path configuration, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", configuration.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
