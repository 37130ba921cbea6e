package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Attachments that are containers: what is in them is listed, hashed, found, and handed out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentsIT {
  private static final byte[] PAYLOAD = bytes("MZ this would be a program");
  private static final String INNER =
      "From: inner@example.net\r\nTo: b@example.org\r\nSubject: The inner one\r\nMIME-Version: 1.0\r\n"
          + "Content-Type: application/octet-stream; name=\"Terms of payment.bin\"\r\n"
          + "Content-Transfer-Encoding: base64\r\n\r\nAAEC\r\n";

  @TempDir Path folder;
  private Api paralegal;

  @BeforeAll
  void logIn() throws Exception {
    paralegal = new Api(Portal.running(), "paralegal").logIn();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private byte[] sevenZ(String name, byte[] content) throws IOException {
    File file = Files.createTempFile(folder, "a", ".7z").toFile();
    try (SevenZOutputFile archive = new SevenZOutputFile(file)) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName(name);
      archive.putArchiveEntry(entry);
      archive.write(content);
      archive.closeArchiveEntry();
    }
    return Files.readAllBytes(file.toPath());
  }

  private static String hex(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String part(String type, String name, byte[] content) {
    return "--b\r\nContent-Type: "
        + type
        + "; name=\""
        + name
        + "\"\r\nContent-Disposition: attachment; filename=\""
        + name
        + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(content)
        + "\r\n";
  }

  private static byte[] message(String... parts) {
    return bytes(
        "From: a@example.com\r\nTo: b@example.org\r\nDate: Wed, 2 Mar 2005 10:11:12 +0000\r\n"
            + "Subject: See attached\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee\r\n"
            + String.join("", parts)
            + "--b--\r\n");
  }

  /** The id of the only message of a new case. */
  private String imported(String title, byte[] message) throws Exception {
    String caseId = paralegal.openCase(title);
    JsonObject ended = paralegal.imported(caseId, "a.eml", message);
    assertThat(ended.getInt("messages")).isEqualTo(1);
    assertThat(ended.getInt("problems")).as("what an attachment is, is no problem of it").isZero();
    return caseId;
  }

  private JsonArray attachments(String caseId) throws Exception {
    return paralegal.read("/messages/" + onlyMessage(caseId)).getJsonArray("attachments");
  }

  private String onlyMessage(String caseId) throws Exception {
    return paralegal
        .read("/cases/" + caseId + "/messages?limit=1")
        .getJsonArray("messages")
        .getJsonObject(0)
        .getString("id");
  }

  private int found(String caseId, String query) throws Exception {
    return paralegal
        .read(
            "/cases/"
                + caseId
                + "/messages?limit=1&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8))
        .getInt("total");
  }

  private static List<String> paths(JsonObject attachment) {
    return attachment.getJsonArray("members").stream()
        .map(member -> member.asJsonObject().getString("path"))
        .toList();
  }

  @Test
  void theFilesOfAnArchiveInAnArchiveAreListedFoundAndHandedOut() throws Exception {
    byte[] inner = zip(Map.of("deep/Overdue invoice.exe", PAYLOAD));
    byte[] outer = zip(Map.of("inner.zip", inner, "readme.txt", bytes("read me")));
    String caseId = imported("Zip", message(part("application/zip", "papers.zip", outer)));
    JsonObject attachment = attachments(caseId).getJsonObject(0);

    assertThat(attachment.getString("kind")).isEqualTo("ZIP archive");
    assertThat(attachment.getString("sha256")).isEqualTo(hex(outer));
    assertThat(paths(attachment))
        .containsExactly("inner.zip!/deep/Overdue invoice.exe", "readme.txt");
    JsonObject program = attachment.getJsonArray("members").getJsonObject(0);
    assertThat(program.getString("kind")).isEqualTo("Windows program");
    assertThat(program.getString("sha256")).isEqualTo(hex(PAYLOAD));
    assertThat(program.getInt("length")).isEqualTo(PAYLOAD.length);

    assertThat(found(caseId, "attachment:overdue")).isEqualTo(1);
    assertThat(found(caseId, "attachment:\"Overdue invoice.exe\"")).isEqualTo(1);
    assertThat(found(caseId, "attachment:inner.zip")).isEqualTo(1);
    assertThat(found(caseId, "hash:" + hex(PAYLOAD))).isEqualTo(1);
    assertThat(found(caseId, "attachment:underdue")).isZero();

    String address = "/messages/" + onlyMessage(caseId) + "/attachments/2/members/";
    HttpResponse<byte[]> bytes = paralegal.get(address + "0");
    assertThat(bytes.body()).isEqualTo(PAYLOAD);
    assertThat(bytes.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/octet-stream");
    assertThat(bytes.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(paralegal.get(address + "2").statusCode()).isEqualTo(404);
    assertThat(paralegal.get(address + "-1").statusCode()).isEqualTo(404);
  }

  @Test
  void aMessageThatWasForwardedEncodedShowsItsOwnAttachment() throws Exception {
    String caseId =
        imported("Forwarded", message(part("message/rfc822", "forwarded.eml", bytes(INNER))));
    JsonObject attachment = attachments(caseId).getJsonObject(0);

    assertThat(attachment.getString("kind")).isEqualTo("e-mail message");
    assertThat(paths(attachment)).containsExactly("Terms of payment.bin");
    assertThat(found(caseId, "attachment:terms")).isEqualTo(1);
    assertThat(
            paralegal.get("/messages/" + onlyMessage(caseId) + "/attachments/2/members/0").body())
        .containsExactly(0, 1, 2);
  }

  @Test
  void aMessageWithinTheMessageIsAnAttachmentUnderItsSubject() throws Exception {
    String caseId =
        imported("Within", message("--b\r\nContent-Type: message/rfc822\r\n\r\n" + INNER + "\r\n"));
    JsonArray attachments = attachments(caseId);

    assertThat(attachments.getJsonObject(0).getString("fileName")).isEqualTo("The inner one.eml");
    assertThat(attachments.getJsonObject(0).getString("sha256")).isEqualTo(hex(bytes(INNER)));
    assertThat(attachments.getJsonObject(1).getString("fileName"))
        .isEqualTo("Terms of payment.bin");
    assertThat(found(caseId, "hash:" + hex(bytes(INNER)))).isEqualTo(1);
    assertThat(paralegal.get("/messages/" + onlyMessage(caseId) + "/attachments/2").body())
        .isEqualTo(bytes(INNER));
  }

  @Test
  void aTextWithANameIsAnAttachmentWithAHash() throws Exception {
    byte[] list = bytes("a@example.com,1\r\nb@example.com,2\r\n");
    String caseId = imported("Text", message(part("text/csv", "list.csv", list)));
    JsonObject attachment = attachments(caseId).getJsonObject(0);

    assertThat(attachment.getString("sha256")).isEqualTo(hex(list));
    assertThat(attachment.containsKey("members")).isFalse();
    assertThat(found(caseId, "hash:" + hex(list))).isEqualTo(1);
  }

  @Test
  void aMailIn7zInAMailIsOpenedToItsAttachment() throws Exception {
    byte[] archive = sevenZ("mail.eml", message(part("image/png", "logo.png", bytes("\u0089PNG"))));
    String caseId = imported("7z", message(part("application/x-7z", "mail.7z", archive)));
    JsonObject attachment = attachments(caseId).getJsonObject(0);

    assertThat(attachment.getString("openedBy")).contains("Apache Commons Compress");
    assertThat(paths(attachment)).containsExactly("mail.eml", "mail.eml!/logo.png");
    assertThat(
            paralegal.get("/messages/" + onlyMessage(caseId) + "/attachments/2/members/1").body())
        .isEqualTo(bytes("\u0089PNG"));
  }

  @Test
  void whatCannotBeOpenedSaysWhy() throws Exception {
    byte[] whole = zip(Map.of("a.txt", new byte[5_000], "b.txt", bytes("b")));
    byte[] cut = Arrays.copyOf(whole, 40);
    byte[] bomb = zip(Map.of("zeros", new byte[80 << 20]));
    String caseId =
        imported(
            "Not opened",
            message(
                part("application/zip", "cut.zip", cut),
                part("application/x-rar", "a.rar", bytes("Rar!\u001a\u0007\u0000")),
                part("application/zip", "bomb.zip", bomb)));
    JsonArray attachments = attachments(caseId);

    assertThat(kinds(attachments.getJsonObject(0))).containsOnly("DAMAGED");
    assertThat(kinds(attachments.getJsonObject(1))).containsExactly("UNSUPPORTED");
    assertThat(kinds(attachments.getJsonObject(2))).contains("BUDGET");
    assertThat(found(caseId, "attachment:cut.zip")).isEqualTo(1);
  }

  private static List<String> kinds(JsonObject attachment) {
    return attachment.getJsonArray("problems").stream()
        .map(problem -> problem.asJsonObject().getString("kind"))
        .toList();
  }

  @Test
  void filesInAttachmentsAreForWhoSeesTheMessage() throws Exception {
    String caseId =
        imported("Walled", message(part("application/zip", "a.zip", zip(Map.of("a", PAYLOAD)))));
    Api stranger = new Api(Portal.running(), "prosecutor").logIn();
    String address = "/messages/" + onlyMessage(caseId) + "/attachments/2/members/0";

    assertThat(paralegal.get(address).statusCode()).isEqualTo(200);
    assertThat(stranger.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void savingAFileIsAnEventOfCustody() throws Exception {
    String caseId =
        imported("Custody", message(part("application/zip", "a.zip", zip(Map.of("a", PAYLOAD)))));
    paralegal.get("/messages/" + onlyMessage(caseId) + "/attachments/2/members/0");

    assertThat(paralegal.read("/cases/" + caseId + "/custody").toString())
        .contains("“a” in part 2 of message 1 downloaded (SHA-256 of its content " + hex(PAYLOAD));
  }
}
