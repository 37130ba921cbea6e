package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What comes in containers of others: 7z, and the public suites where they are given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainersIT {
  private static final String MESSAGE =
      "From: a@example.com\r\nSubject: Rates\r\nMessage-ID: <x@example.com>\r\n\r\nBuy now.\r\n";
  private static final String WITH_ATTACHMENT =
      "From: a@example.com\r\nSubject: List\r\nMIME-Version: 1.0\r\n"
          + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee\r\n"
          + "--b\r\nContent-Type: application/octet-stream; name=a.bin\r\n"
          + "Content-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--b--\r\n";

  @TempDir Path folder;
  private Api paralegal;

  @BeforeAll
  void logIn() throws Exception {
    paralegal = new Api(Portal.running(), "paralegal").logIn();
  }

  private byte[] sevenZ(List<String> names, List<byte[]> contents) throws IOException {
    File file = Files.createTempFile(folder, "a", ".7z").toFile();
    try (SevenZOutputFile archive = new SevenZOutputFile(file)) {
      for (int i = 0; i < names.size(); i++) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(names.get(i));
        archive.putArchiveEntry(entry);
        archive.write(contents.get(i));
        archive.closeArchiveEntry();
      }
    }
    return Files.readAllBytes(file.toPath());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aMailboxInA7zInA7zIsRead() throws Exception {
    byte[] inner = sevenZ(List.of("b.eml"), List.of(bytes(MESSAGE)));
    byte[] outer =
        sevenZ(
            List.of("a.eml", "inner.7z"),
            List.of(bytes(MESSAGE.replace("Rates", "Other rates")), inner));
    String caseId = paralegal.openCase("7z");
    JsonObject ended = paralegal.imported(caseId, "outer.7z", outer);

    assertThat(ended.getInt("messages")).isEqualTo(2);
    assertThat(ended.getInt("problems")).isZero();
    assertThat(ended.getJsonObject("derivation").getString("tool"))
        .contains("Apache Commons Compress");
  }

  @Test
  void aDamaged7zIsSaidToBeDamaged() throws Exception {
    byte[] whole = sevenZ(List.of("a.eml"), List.of(bytes(MESSAGE)));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 10);
    JsonObject ended = paralegal.imported(paralegal.openCase("Cut 7z"), "cut.7z", cut);

    assertThat(ended.getInt("messages")).isZero();
    assertThat(ended.getJsonArray("firstProblems").toString()).contains("DAMAGED");
  }

  @Test
  void aDocumentThatLooksLikeAnOutlookItemIsNamedAndKept() throws Exception {
    byte[] compound = new byte[4_096];
    System.arraycopy(
        new byte[] {
          (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
        },
        0,
        compound,
        0,
        8);
    JsonObject ended = paralegal.imported(paralegal.openCase("Compound"), "x.msg", compound);

    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(ended.getInt("messages")).isZero();
    assertThat(ended.getInt("problems")).isEqualTo(1);
  }

  @Test
  void anAttachmentComesOutAsItWasSent() throws Exception {
    String caseId = paralegal.openCase("Attachment");
    paralegal.imported(caseId, "a.eml", bytes(WITH_ATTACHMENT));
    String id = onlyMessage(caseId);
    HttpResponse<byte[]> part = paralegal.get("/messages/" + id + "/attachments/2");

    assertThat(part.body()).containsExactly(0, 1, 2);
    assertThat(part.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(part.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/octet-stream");
    assertThat(paralegal.get("/messages/" + id + "/attachments/9").statusCode()).isEqualTo(404);
  }

  private String onlyMessage(String caseId) throws Exception {
    return paralegal
        .read("/cases/" + caseId + "/messages?limit=1")
        .getJsonArray("messages")
        .getJsonObject(0)
        .getString("id");
  }

  @Test
  void copiesAreFoundInThreeSensesAndCountedAllTheSame() throws Exception {
    String caseId = paralegal.openCase("Copies");
    paralegal.imported(caseId, "one.eml", bytes(MESSAGE));
    String id = onlyMessage(caseId);
    paralegal.imported(caseId, "way.eml", bytes("Delivered-To: v@example.org\r\n" + MESSAGE));
    paralegal.imported(caseId, "other.eml", bytes(MESSAGE.replace("now", "later")));
    String separator = "From a@example.com Mon Jan  3 10:00:00 2005\n";
    paralegal.imported(caseId, "box.mbox", bytes(separator + MESSAGE + "\n"));
    JsonObject copies = paralegal.read("/messages/" + id + "/copies");

    assertThat(copies.getJsonArray("bytes")).hasSize(1);
    assertThat(copies.getJsonArray("content")).hasSize(2);
    assertThat(copies.getJsonArray("mih")).hasSize(3);
    assertThat(paralegal.read("/cases/" + caseId + "/messages?limit=1").getInt("total"))
        .isEqualTo(4);
  }

  @Test
  void everyContainerOfTheSuitesHasAClearOutcome() throws Exception {
    String suites = System.getProperty("proffer.suites");
    assumeTrue(
        suites != null && Files.isDirectory(Path.of(suites, "containers")),
        "SKIPPED: no public containers; give the folder of the suites extracted with"
            + " -Dproffer.suites=FOLDER; it has containers in it.");
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(suites, "containers"))) {
      files =
          all.filter(file -> file.toString().matches("(?i).*\\.(msg|pst|tnef|dat|eml|mbox)"))
              .sorted()
              .toList();
    }
    assertThat(files).isNotEmpty();
    String caseId = paralegal.openCase("Suites");
    for (Path file : files) {
      HttpResponse<String> sent =
          paralegal.send(caseId, file.getFileName().toString(), Files.readAllBytes(file));
      if (sent.statusCode() == 409) {
        assertThat(sent.body()).contains("already-received");
        continue;
      }
      String item = Api.json(sent.body()).getString("id");
      String started =
          paralegal
              .post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + item + "\"}")
              .body();
      JsonObject ended = paralegal.ended(Api.json(started).getString("id"));

      assertThat(ended.getString("state")).as(file.toString()).isEqualTo("COMPLETED");
      assertThat(ended.getInt("messages") + ended.getInt("problems"))
          .as(file + ": messages and problems")
          .isPositive();
    }
  }
}
