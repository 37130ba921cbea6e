package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A portal whose vault and database stand on small disks. Needs root, to mount them; says so where
 * it is not root.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiskFullIT {
  private Portal portal;
  private Path home;
  private Api paralegal;

  @BeforeAll
  void startOnSmallDisks() throws Exception {
    assumeTrue(
        Boolean.getBoolean("proffer.fill.disks")
            && "root".equals(System.getProperty("user.name"))
            && mounts(),
        "SKIPPED: disks are filled only when asked with -Dproffer.fill.disks=true, by root, on a"
            + " machine that lets it mount a tmpfs.");
    home =
        Path.of(System.getProperty("proffer.it.folder")).resolveSibling("it-full").toAbsolutePath();
    portal = Portal.on(home);
    portal.stop();
    // A portal with little room says that it is not ready.
    small("vault", 2_048);
    small("database", 2_048);
    portal.start();
    room("vault", 24);
    room("database", 230);
    paralegal = new Api(portal, "paralegal").logIn();
  }

  @AfterAll
  void unmount() throws Exception {
    if (portal != null) {
      portal.stop();
      run("umount", home.resolve("vault").toString());
      run("umount", home.resolve("database").toString());
    }
  }

  private boolean mounts() throws Exception {
    Path tried = Files.createTempDirectory("full");
    boolean can = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tried.toString()) == 0;
    if (can) {
      run("umount", tried.toString());
    }
    Files.delete(tried);
    return can;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError(String.join(" ", command));
    }
    return process.exitValue();
  }

  private void small(String name, int mebibytes) throws Exception {
    Path folder = home.resolve(name);
    Path before = home.resolve(name + "-before");
    Files.move(folder, before);
    Files.createDirectory(folder);
    assertThat(
            run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "mode=700,size=" + mebibytes + "m",
                "tmpfs",
                folder.toString()))
        .isZero();
    assertThat(run("cp", "-a", before + "/.", folder + "/")).isZero();
  }

  private void room(String name, int mebibytes) throws Exception {
    assertThat(
            run(
                "mount",
                "-o",
                "remount,mode=700,size=" + mebibytes + "m",
                home.resolve(name).toString()))
        .isZero();
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

  private JsonObject waiting(String importId) throws Exception {
    long until = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (System.nanoTime() < until) {
      HttpResponse<byte[]> answer = paralegal.get("/imports/" + importId);
      if (answer.statusCode() >= 500) {
        return JsonObject.EMPTY_JSON_OBJECT; // The database writes nothing at all any more.
      } else if (answer.statusCode() == 200) {
        JsonObject now =
            Api.json(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        if (now.containsKey("trouble") || now.getBoolean("ended")) {
          return now;
        }
      }
      LockSupport.parkNanos(200_000_000);
    }
    throw new AssertionError("the disk does not become full");
  }

  @Test
  void aFullVaultRefusesAFileKeepsNothingOfItAndTakesItOnceThereIsRoom() throws Exception {
    String caseId = paralegal.openCase("Full vault");
    byte[] large = DisturbedImport.mailbox(40_000);
    HttpResponse<String> refused = paralegal.send(caseId, "large.mbox", large);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("The vault is full").contains("large.mbox");
    assertThat(paralegal.read("/cases/" + caseId + "/evidence").getJsonArray("evidence")).isEmpty();
    try (var left = Files.list(home.resolve("vault").resolve("arriving"))) {
      assertThat(left).isEmpty();
    }

    String importId = paralegal.startImport(caseId, "packed.zip", zipped(large));
    JsonObject waiting = waiting(importId);
    assertThat(waiting.getString("state")).isEqualTo("EXPANDING");
    assertThat(waiting.getString("trouble")).contains("vault");
    assertThat(waiting.getInt("messages")).isZero();

    room("vault", 200);
    room("database", 800);
    assertThat(paralegal.ended(importId).getInt("messages")).isEqualTo(40_000);
    room("database", 230 + 200);
  }

  @Test
  void anImportIntoAFullDatabaseWaitsAndLosesNothing() throws Exception {
    room("vault", 200);
    String caseId = paralegal.openCase("Full database");
    String importId = paralegal.startImport(caseId, "ring.mbox", DisturbedImport.mailbox(60_000));
    waiting(importId);
    room("database", 1_500);
    JsonObject ended = paralegal.ended(importId);

    assertThat(ended.getString("state")).isEqualTo("COMPLETED");
    assertThat(ended.getInt("messages")).isEqualTo(60_000);
    assertThat(paralegal.read("/cases/" + caseId + "/messages?limit=1").getInt("total"))
        .isEqualTo(60_000);
  }
}
