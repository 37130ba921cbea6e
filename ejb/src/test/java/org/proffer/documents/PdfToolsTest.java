package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other people's tools say of the files; skipped, and said so, where they are not there. */
class PdfToolsTest {
  @TempDir Path folder;

  private static boolean there(String tool) {
    return List.of("/usr/bin/" + tool, "/usr/local/bin/" + tool).stream()
        .anyMatch(path -> Files.isExecutable(Path.of(path)));
  }

  private static String said(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDIT_REPORT")
  void qpdfFindsNoFaultAndEveryTypefaceIsEmbedded(DocumentKind kind) throws Exception {
    assumeTrue(there("qpdf") && there("pdffonts"), "SKIPPED: qpdf and poppler-utils are missing");
    Path file = folder.resolve(kind.id() + ".pdf");
    Files.write(
        file, CatalogueTest.pdf(kind, CatalogueTest.composed(kind, CatalogueTest.filled(kind))));

    assertThat(said("qpdf", "--check", file.toString()))
        .contains("No syntax or stream encoding errors found");
    List<String> fonts = said("pdffonts", file.toString()).lines().skip(2).toList();
    assertThat(fonts)
        .isNotEmpty()
        .allSatisfy(font -> assertThat(font).contains("CID TrueType").contains("yes yes yes"));
  }
}
