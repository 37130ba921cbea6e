package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proffer.generator.RingMailbox;

/** The main job through REST, in the provisioned server, on real PostgreSQL. */
class MainJobIT {
  private final Portal portal = Portal.running();
  private final Api paralegal = new Api(portal, "paralegal");

  @BeforeEach
  void logIn() throws Exception {
    paralegal.logIn();
  }

  private static byte[] mailbox(int messages) throws IOException {
    return mailbox(41, messages);
  }

  private static byte[] mailbox(long seed, int messages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RingMailbox(seed, messages).writeMbox(out);
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static long counted(JsonObject ended) {
    return ended.getInt("parsed") + ended.getInt("withDefects") + ended.getInt("quarantined");
  }

  @Test
  void everyMessageOfAMailboxComesOutBitForBit() throws Exception {
    String caseId = paralegal.openCase("Bit for bit");
    byte[] mailbox = mailbox(300);
    JsonObject ended = paralegal.imported(caseId, "ring.mbox", mailbox);

    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(counted(ended)).isEqualTo(300);
    String whole = new String(mailbox, StandardCharsets.US_ASCII);
    for (var row :
        paralegal.read("/cases/" + caseId + "/messages?limit=300").getJsonArray("messages")) {
      byte[] raw = paralegal.get("/messages/" + row.asJsonObject().getString("id") + "/raw").body();
      assertThat(sha256(raw)).isEqualTo(row.asJsonObject().getString("sha256"));
      assertThat(whole).contains(new String(raw, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void findingsQuoteTheirWordsAndAreCounted() throws Exception {
    String caseId = paralegal.openCase("Findings");
    paralegal.imported(caseId, "ring.mbox", mailbox(200));
    JsonObject totals = paralegal.read("/cases/" + caseId + "/messages/totals");
    JsonObject violated = paralegal.read("/cases/" + caseId + "/messages?verdict=VIOLATED&limit=1");

    assertThat(violated.getInt("total")).isEqualTo(totals.getInt("violated")).isPositive();
    String id = violated.getJsonArray("messages").getJsonObject(0).getString("id");
    assertThat(paralegal.read("/messages/" + id + "/findings").getJsonArray("findings"))
        .anySatisfy(
            finding ->
                assertThat(finding.asJsonObject().getString("verdict")).isEqualTo("VIOLATED"));
  }

  @Test
  void aRequirementsViolationsAreItsRows() throws Exception {
    String caseId = paralegal.openCase("Requirement");
    paralegal.imported(caseId, "ring.mbox", mailbox(200));
    JsonObject counted =
        paralegal
            .read("/cases/" + caseId + "/messages/totals")
            .getJsonArray("requirements")
            .stream()
            .map(r -> r.asJsonObject())
            .filter(r -> r.getString("requirement").equals("DIS-03"))
            .findFirst()
            .orElseThrow();

    for (String verdict : new String[] {"violated", "undetermined", "met"}) {
      String query = "?requirement=DIS-03&verdict=" + verdict.toUpperCase(java.util.Locale.ROOT);
      assertThat(paralegal.read("/cases/" + caseId + "/messages" + query).getInt("total"))
          .isEqualTo(counted.getInt(verdict));
    }
  }

  @Test
  void wordsAreFoundAndTheSearchSaysThatItIsComplete() throws Exception {
    String caseId = paralegal.openCase("Words");
    paralegal.imported(caseId, "ring.mbox", mailbox(200));
    JsonObject found = paralegal.read("/cases/" + caseId + "/messages?query=Guangdong");

    assertThat(found.getInt("total")).isPositive().isLessThan(200);
    assertThat(found.getBoolean("complete")).isTrue();
    assertThat(paralegal.read("/cases/" + caseId + "/messages?query=nosuchword").getInt("total"))
        .isZero();
  }

  @Test
  void anImportGoesOnAfterTheServerWasKilled() throws Exception {
    String caseId = paralegal.openCase("Killed");
    String importId = paralegal.startImport(caseId, "ring.mbox", mailbox(4_000));
    while (paralegal.read("/imports/" + importId).getInt("messages") == 0) {
      Thread.onSpinWait();
    }
    portal.kill();
    portal.start();
    paralegal.logIn();
    JsonObject ended = paralegal.ended(importId);

    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(counted(ended)).isEqualTo(4_000);
    assertThat(paralegal.read("/cases/" + caseId + "/messages?limit=1").getInt("total"))
        .isEqualTo(4_000);
  }

  @Test
  void theSameBytesTwiceAreSaidSoAndNotStored() throws Exception {
    String caseId = paralegal.openCase("Twice");
    byte[] mailbox = mailbox(3);
    paralegal.send(caseId, "one.mbox", mailbox);
    HttpResponse<String> again = paralegal.send(caseId, "two.mbox", mailbox);

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("already-received").contains("one.mbox");
    assertThat(paralegal.read("/cases/" + caseId + "/evidence").getJsonArray("evidence"))
        .hasSize(1);
  }

  @Test
  void custodyHasExactlyOneReceipt() throws Exception {
    String caseId = paralegal.openCase("Custody");
    String id = Api.json(paralegal.send(caseId, "one.mbox", mailbox(3)).body()).getString("id");
    paralegal.get("/evidence/" + id + "/raw");

    assertThat(paralegal.read("/evidence/" + id + "/custody").getJsonArray("events"))
        .extracting(event -> event.asJsonObject().getString("kind"))
        .containsExactly("RECEIVED", "COPIED");
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    HttpResponse<String> answer =
        paralegal.send(paralegal.openCase("Empty"), "empty.mbox", new byte[0]);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("empty.mbox").contains("next");
  }

  @Test
  void aPictureNamedAsAMailboxIsNamedAsAPicture() throws Exception {
    byte[] jpeg =
        "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF picture".getBytes(StandardCharsets.ISO_8859_1);
    JsonObject ended = paralegal.imported(paralegal.openCase("Picture"), "holiday.mbox", jpeg);

    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(counted(ended)).isZero();
    assertThat(ended.getJsonArray("firstProblems").getJsonObject(0).getString("detail"))
        .contains("JPEG image");
  }

  @Test
  void aTruncatedArchiveIsReadAsFarAsItGoes() throws Exception {
    byte[] noise = new byte[20_000];
    new Random(5).nextBytes(noise);
    byte[] zip = zip("a.eml", noise);
    JsonObject ended =
        paralegal.imported(paralegal.openCase("Cut"), "cut.zip", Arrays.copyOf(zip, 9_000));

    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(ended.getJsonArray("firstProblems").getJsonObject(0).getString("kind"))
        .isEqualTo("DAMAGED");
  }

  @Test
  void aNameThatPointsOutsideIsRecordedAndWritesNothingThere() throws Exception {
    byte[] zip = zip("../../outside.eml", "Subject: a\n\nb\n".getBytes(StandardCharsets.US_ASCII));
    JsonObject ended = paralegal.imported(paralegal.openCase("Slip"), "slip.zip", zip);

    assertThat(counted(ended)).isEqualTo(1);
    assertThat(ended.getJsonArray("firstProblems").getJsonObject(0).getString("kind"))
        .isEqualTo("UNSAFE_NAME");
  }

  @Test
  void aBombIsStoppedAndTheServerLives() throws Exception {
    byte[] zip = zip("bomb.eml", new byte[200 << 20]);
    JsonObject ended = paralegal.imported(paralegal.openCase("Bomb"), "bomb.zip", zip);

    assertThat(ended.getJsonArray("firstProblems"))
        .anySatisfy(p -> assertThat(p.asJsonObject().getString("kind")).isEqualTo("BUDGET"));
    assertThat(paralegal.get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void nulBytesAreADefectNotAFailure() throws Exception {
    byte[] mailbox =
        "From: a@b.example\nSubject: n\0ul\n\nbo\0dy\n".getBytes(StandardCharsets.US_ASCII);
    JsonObject ended = paralegal.imported(paralegal.openCase("Nul"), "nul.eml", mailbox);

    assertThat(ended.getInt("withDefects")).isEqualTo(1);
  }

  @Test
  void aDocketNumberOfAnotherFormIsRefusedWithTheForm() throws Exception {
    HttpResponse<String> answer =
        paralegal.post(
            "/cases",
            "{\"court\":\"mied\",\"title\":\"T\",\"status\":\"CHARGED\",\"docketNumber\":\"07-20627\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("2:07-cr-20627-MOB");
  }

  @Test
  void aCaseDoesNotExistForOthers() throws Exception {
    String caseId = paralegal.openCase("Walls");
    Api prosecutor = new Api(portal, "prosecutor").logIn();
    HttpResponse<byte[]> hidden = prosecutor.get("/cases/" + caseId);
    HttpResponse<byte[]> absent = prosecutor.get("/cases/01a20840-0000-7000-8000-000000000000");

    assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
    assertThat(new String(hidden.body(), StandardCharsets.UTF_8).replace(caseId, "ID"))
        .isEqualTo(
            new String(absent.body(), StandardCharsets.UTF_8)
                .replace("01a20840-0000-7000-8000-000000000000", "ID"));
  }

  @Test
  void theAuditorSeesNoContent() throws Exception {
    assertThat(new Api(portal, "auditor").logIn().get("/cases").statusCode()).isEqualTo(403);
  }

  @Test
  void theReportOfACaseIsAPdf() throws Exception {
    String caseId = paralegal.openCase("Report");
    paralegal.imported(caseId, "ring.mbox", mailbox(50));
    HttpResponse<String> made =
        paralegal.post("/cases/" + caseId + "/documents", "{\"template\":\"audit-report\"}");

    assertThat(made.statusCode()).isEqualTo(201);
    byte[] pdf =
        paralegal.get("/documents/" + Api.json(made.body()).getString("id") + "/file").body();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(sha256(pdf)).isEqualTo(Api.json(made.body()).getString("sha256"));
  }

  @Test
  void theDemonstrationCaseIsThere() throws Exception {
    JsonObject demonstration = null;
    while (demonstration == null || demonstration.getInt("messages") < 2_000) {
      demonstration =
          paralegal.read("/cases").getJsonArray("cases").stream()
              .map(c -> c.asJsonObject())
              .filter(c -> c.getBoolean("demonstration"))
              .findFirst()
              .orElse(null);
    }

    assertThat(
            paralegal
                .read("/cases/" + demonstration.getString("id") + "/parties")
                .getJsonArray("parties"))
        .hasSize(12);
  }
}
