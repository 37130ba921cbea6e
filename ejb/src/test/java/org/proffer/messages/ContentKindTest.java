package org.proffer.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files are told by their first bytes. */
class ContentKindTest {
  private static ContentKind.Way way(String head) throws IOException {
    return ContentKind.of(head.getBytes(StandardCharsets.ISO_8859_1)).way();
  }

  private static ContentKind zip(String first) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(first));
      zip.write(1);
    }
    return ContentKind.of(bytes.toByteArray());
  }

  @Test
  void anArchiveIsOpenedAndADocumentThatIsAZipIsNot() throws IOException {
    assertThat(zip("invoice.exe").way()).isEqualTo(ContentKind.Way.ARCHIVE);
    assertThat(zip("[Content_Types].xml").way()).isEqualTo(ContentKind.Way.NOT_AT_ALL);
    assertThat(zip("[Content_Types].xml").words()).contains("Office");
    assertThat(zip("word/document.xml").way()).isEqualTo(ContentKind.Way.NOT_AT_ALL);
    assertThat(zip("wording/document.xml").way()).isEqualTo(ContentKind.Way.ARCHIVE);
    assertThat(zip("mimetype").way()).isEqualTo(ContentKind.Way.NOT_AT_ALL);
  }

  @Test
  void whatOutlookMakesGoesToTheOtherProgram() throws IOException {
    assertThat(way("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"))
        .isEqualTo(ContentKind.Way.FOREIGN);
    assertThat(way("\u0078\u009f\u003e\"rest")).isEqualTo(ContentKind.Way.FOREIGN);
    assertThat(way("7z\u00bc\u00af\u0027\u001c")).isEqualTo(ContentKind.Way.FOREIGN);
    assertThat(way("!BDN")).isEqualTo(ContentKind.Way.FOREIGN);
  }

  @Test
  void aContainerWithoutAReaderIsNamedAsOne() throws IOException {
    assertThat(way("Rar!\u001a\u0007")).isEqualTo(ContentKind.Way.NO_READER);
  }

  @Test
  void picturesTextAndNothingAreNotOpened() throws IOException {
    assertThat(way("\u0089PNG")).isEqualTo(ContentKind.Way.NOT_AT_ALL);
    assertThat(way("just words\n")).isEqualTo(ContentKind.Way.NOT_AT_ALL);
    assertThat(way("")).isEqualTo(ContentKind.Way.NOT_AT_ALL);
    assertThat(way("PK\u0003\u0004")).as("cut short").isEqualTo(ContentKind.Way.ARCHIVE);
  }
}
