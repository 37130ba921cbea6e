package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A portal whose vault, database and temporary folder stand on disks that become full. Needs root,
 * to mount them; says so where it cannot.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiskFullIT {
  private static final long PLENTY = 1_500L << 20;
  private static final int MESSAGES = 6_000;
  private static final byte[] MAILBOX = DisturbedImport.mailbox(MESSAGES);

  private Portal portal;
  private Path home;
  private SmallDisk vault;
  private SmallDisk database;
  private SmallDisk temporary;
  private Api paralegal;

  @BeforeAll
  void startOnSmallDisks() throws Exception {
    assumeTrue(
        SmallDisk.isPossible(),
        "SKIPPED: full disks are tried only by root, on a machine that lets it mount a tmpfs.");
    home =
        Path.of(System.getProperty("proffer.it.folder")).resolveSibling("it-full").toAbsolutePath();
    Portal first = Portal.on(home);
    first.stop();
    vault = SmallDisk.under(home.resolve("vault"));
    database = SmallDisk.under(home.resolve("database"));
    temporary = SmallDisk.under(Files.createDirectory(home.resolve("temporary")));
    portal =
        Portal.on(home, first, Map.of("PROFFER_TEMPORARY", home.resolve("temporary").toString()));
    paralegal = new Api(portal, "paralegal").logIn();
  }

  @AfterAll
  void unmount() throws Exception {
    if (portal != null) {
      portal.stop();
    }
    for (SmallDisk disk : new SmallDisk[] {vault, database, temporary}) {
      if (disk != null) {
        disk.close();
      }
    }
  }

  private static byte[] zipped(byte[] mailbox) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("ring.mbox"));
      zip.write(mailbox);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static byte[] sevenZipped(byte[] mailbox) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile out = new SevenZOutputFile(channel)) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("ring.mbox");
      out.putArchiveEntry(entry);
      out.write(mailbox);
      out.closeArchiveEntry();
    }
    return java.util.Arrays.copyOf(channel.array(), Math.toIntExact(channel.size()));
  }

  /** The import once it says that it waits; empty where the database itself is away. */
  private JsonObject waiting(String importId) throws Exception {
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < until) {
      HttpResponse<byte[]> answer = paralegal.get("/imports/" + importId);
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      if (answer.statusCode() == 503) {
        assertThat(body).contains("urn:proffer:problem:database-");
        return JsonObject.EMPTY_JSON_OBJECT;
      }
      assertThat(answer.statusCode()).as(body).isEqualTo(200);
      JsonObject now = Api.json(body);
      assertThat(now.getBoolean("ended")).as(body).isFalse();
      if (now.containsKey("trouble")) {
        return now;
      }
      LockSupport.parkNanos(200_000_000);
    }
    throw new AssertionError("the disk does not become full");
  }

  /** What an address answers as soon as it is so; the database may have to come back first. */
  private JsonObject once(String path, Predicate<JsonObject> is) throws Exception {
    long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    String last = "";
    while (System.nanoTime() < until) {
      HttpResponse<byte[]> answer = paralegal.get(path);
      last = new String(answer.body(), StandardCharsets.UTF_8);
      assertThat(answer.statusCode()).as(last).isIn(200, 503);
      if (answer.statusCode() == 200 && is.test(Api.json(last))) {
        return Api.json(last);
      }
      LockSupport.parkNanos(200_000_000);
    }
    throw new AssertionError(path + ": " + last);
  }

  private int items(String caseId) throws Exception {
    return paralegal.read("/cases/" + caseId + "/evidence").getJsonArray("evidence").size();
  }

  private boolean isReady() throws Exception {
    return paralegal.get("/health/ready").statusCode() == 200;
  }

  /** Readiness is tried anew every two seconds at most. */
  private void await(boolean ready) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (isReady() != ready) {
      assertThat(System.nanoTime()).isLessThan(until);
      LockSupport.parkNanos(500_000_000);
    }
  }

  @Test
  void aFullVaultRefusesAFileKeepsNothingOfItAndTakesItOnceThereIsRoom() throws Exception {
    String caseId = paralegal.openCase("Full vault");
    vault.leave(MAILBOX.length / 2);
    HttpResponse<String> refused = paralegal.send(caseId, "large.mbox", MAILBOX);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("The vault is full").contains("large.mbox");
    assertThat(items(caseId)).isZero();
    try (var left = Files.list(home.resolve("vault").resolve("arriving"))) {
      assertThat(left).isEmpty();
    }

    byte[] packed = zipped(MAILBOX);
    vault.leave(packed.length + MAILBOX.length / 2);
    String importId = paralegal.startImport(caseId, "packed.zip", packed);
    JsonObject waiting = waiting(importId);
    assertThat(waiting.getString("state")).isEqualTo("EXPANDING");
    assertThat(waiting.getString("trouble")).startsWith("The disk of the vault is full");
    assertThat(waiting.getInt("messages")).isZero();
    vault.leave(0);
    await(false);

    vault.leave(PLENTY);
    assertThat(paralegal.ended(importId).getInt("messages")).isEqualTo(MESSAGES);
    assertThat(paralegal.send(caseId, "large.mbox", MAILBOX).statusCode()).isEqualTo(201);
    await(true);
  }

  @Test
  void anImportThatNeedsAFullTemporaryFolderWaitsAndACaseFileIsRefused() throws Exception {
    String caseId = paralegal.openCase("Full temporary folder");
    temporary.leave(0);
    String importId =
        paralegal.startImport(caseId, "packed.7z", sevenZipped(DisturbedImport.mailbox(50)));
    assertThat(waiting(importId).getString("trouble"))
        .startsWith("The temporary folder of the server is full");
    HttpResponse<String> refused = paralegal.post("/cases/import", "{" + " ".repeat(20_000) + "}");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
    assertThat(refused.body()).contains("urn:proffer:problem:temporary-full");

    temporary.leave(PLENTY);
    assertThat(paralegal.ended(importId).getInt("messages")).isEqualTo(50);
  }

  @Test
  void anImportIntoAFullDatabaseWaitsAndLosesNothing() throws Exception {
    String caseId = paralegal.openCase("Full database");
    vault.leave(PLENTY);
    database.leave(24L << 20);
    String importId = paralegal.startImport(caseId, "ring.mbox", MAILBOX);
    JsonObject waiting = waiting(importId);
    if (!waiting.isEmpty()) {
      assertThat(waiting.getString("trouble")).contains("database");
    }
    int items = 1;
    for (int i = 0; i < 5; i++) {
      byte[] letter = ("Subject: " + i + "\r\n\r\nBuy.\r\n").getBytes(StandardCharsets.US_ASCII);
      HttpResponse<String> sent = paralegal.send(caseId, i + ".eml", letter);
      assertThat(sent.statusCode()).as(sent.body()).isIn(201, 503);
      items += sent.statusCode() == 201 ? 1 : 0;
    }

    database.leave(PLENTY);
    JsonObject ended = once("/imports/" + importId, now -> now.getBoolean("ended"));
    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(ended.getInt("messages")).isEqualTo(MESSAGES);
    assertThat(paralegal.read("/cases/" + caseId + "/messages?limit=1").getInt("total"))
        .isEqualTo(MESSAGES);
    assertThat(items(caseId)).isEqualTo(items);
    once("/custody", now -> now.getJsonArray("troubles").isEmpty());
    await(true);
  }
}
