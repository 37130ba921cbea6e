package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.launcher.DataFolder;
import org.proffer.launcher.Database;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/**
 * A sealed backup of the running portal, restored on an empty folder and started as a server: it
 * has what the other had. A proof of who one is lasts there for four seconds, so that what asks for
 * a fresh one does so.
 */
class RestoredPortalBrowserIT {
  private static final Portal PORTAL = Portal.running();
  private static final Duration FRESH = Duration.ofSeconds(4);

  private static Portal restored;
  private static JsonObject custodyBefore;
  private static JsonObject casesBefore;
  private static String item;
  private static byte[] bytes;

  @BeforeAll
  static void restore() throws Exception {
    Api prosecutor = new Api(PORTAL, "prosecutor").logIn();
    String caseId = prosecutor.openCase("Restored");
    bytes = "Subject: kept\r\n\r\nkept to the bit".getBytes(StandardCharsets.US_ASCII);
    item = Api.json(prosecutor.send(caseId, "kept.eml", bytes).body()).getString("id");
    settled(prosecutor);
    custodyBefore = prosecutor.read("/custody");
    casesBefore = prosecutor.read("/cases");
    Path folder = Path.of(System.getProperty("proffer.it.folder")).toAbsolutePath();
    Path place = folder.resolveSibling("it-backups");
    Path target = folder.resolveSibling("it-restored");
    delete(place);
    delete(target);
    Files.createDirectories(place);
    Path key =
        Files.writeString(
            place.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    command(
        "backup",
        "--home",
        PORTAL.home().toString(),
        "--seal-key",
        key.toString(),
        place.toString());
    Path backup;
    try (Stream<Path> files = Files.list(place)) {
      backup = files.filter(file -> file.toString().endsWith(".sealed")).findFirst().orElseThrow();
    }
    command("restore", "--seal-key", key.toString(), backup.toString(), target.toString());
    letTimePass(target);
    restored = Portal.on(target, PORTAL, Map.of("PROFFER_FRESH_SECONDS", "" + FRESH.toSeconds()));
  }

  @AfterAll
  static void stop() {
    if (restored != null) {
      restored.stop();
    }
  }

  /** The first three entries of the audit log become five years older. */
  @SuppressWarnings("try") // the database need only run
  private static void letTimePass(Path home) throws Exception {
    String owner = Files.readString(home.resolve("keys").resolve("database-owner")).strip();
    try (DataFolder folder = DataFolder.open(home);
        Database database = Database.start(folder);
        Connection connection = DriverManager.getConnection(database.url(), "postgres", owner);
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      assertThat(
              statement.executeUpdate(
                  "update proffer.audit_entry set at = at - interval '5 years' where id in"
                      + " (select entry_id from proffer.audit_leaf where place < 3)"))
          .isEqualTo(3);
    }
  }

  /** Waits until every custody event is under a signed head. */
  private static void settled(Api who) throws Exception {
    for (int i = 0; i < 100; i++) {
      JsonObject custody = who.read("/custody");
      LockSupport.parkNanos(Duration.ofMillis(1_100).toNanos());
      if (custody.equals(who.read("/custody"))) {
        return;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void command(String... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("-Xmx128m");
    all.add("-cp");
    all.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    all.add("org.proffer.launcher.Maintenance");
    all.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  @Test
  void theRestoredPortalHasTheSameCasesBytesAndHeads() throws Exception {
    Api prosecutor = new Api(restored, "prosecutor").logIn();

    assertThat(prosecutor.read("/cases").getJsonArray("cases"))
        .isEqualTo(casesBefore.getJsonArray("cases"));
    assertThat(prosecutor.get("/evidence/" + item + "/raw").body()).isEqualTo(bytes);
    assertThat(prosecutor.post("/evidence/" + item + "/fixity", "{}").statusCode()).isLessThan(300);
    assertThat(prosecutor.read("/health/ready")).isNotNull();
    // The roots of then are among the heads of now: the log went on from where it was.
    String checkpoints =
        new String(prosecutor.get("/custody/checkpoints").body(), StandardCharsets.UTF_8);
    for (Map.Entry<String, JsonValue> each : custodyBefore.entrySet()) {
      if (each.getKey().equals("root")) {
        assertThat(checkpoints).contains(custodyBefore.getString("root"));
      }
    }
    Path heads = Path.of("ledger", "audit.heads");
    assertThat(Files.readString(restored.home().resolve(heads)))
        .contains(Files.readAllLines(PORTAL.home().resolve(heads)).get(0));
    Api auditor = new Api(restored, "auditor").logIn();
    assertThat(auditor.post("/audit/check", "{}").statusCode()).isLessThan(300);
    assertThat(auditor.read("/audit?action=RESTORE").toString()).contains("RESTORE");
  }

  /**
   * Kept for three years where nothing else is configured; what is over leaves hashes and a trace.
   */
  @Test
  void entriesWhoseTimeIsOverAreRemovedAndTheLogStillProvesTheRest() throws Exception {
    Api auditor = new Api(restored, "auditor").logIn();
    JsonObject removal =
        auditor.read("/audit?action=REMOVE_AUDIT").getJsonArray("entries").getJsonObject(0);
    assertThat(removal.toString()).contains("rows before this place");
    assertThat(auditor.get("/audit/0/proof").statusCode()).isEqualTo(404);
    assertThat(auditor.get("/audit/3/proof").statusCode()).isEqualTo(200);
    assertThat(auditor.post("/audit/check", "{}").body()).doesNotContain("NOT_THE_LOG");
    assertThat(auditor.read("/audit/standing").toString()).doesNotContain("NOT_THE_LOG");
  }

  @Test
  void whatAsksForAFreshProofAsksForThePasswordAndGoesOnWithIt() {
    try (Browser browser = Browser.open(restored)) {
      browser.login("admin");
      LockSupport.parkNanos(FRESH.plusMillis(500).toNanos());
      make(browser);
      WebElement dialog =
          browser
              .waiting()
              .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("#lock[open]")));
      assertThat(dialog.getText()).contains("Confirm that it is you", "repeat what you did");
      browser.isAccessible();
      WebElement password = browser.driver().findElement(By.id("lock-password"));
      password.sendKeys("not the password", Keys.ENTER);
      assertThat(
              browser
                  .waiting()
                  .until(
                      ExpectedConditions.visibilityOfElementLocated(
                          By.cssSelector("#lock [data-problem]")))
                  .getText())
          .contains("The password is wrong");
      assertThat(logins(browser)).doesNotContain("stepped.up");

      password.clear();
      password.sendKeys(restored.password("admin"), Keys.ENTER);
      browser.waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.id("lock")));
      browser.driver().findElement(By.id("logins:create")).click();
      browser
          .waiting()
          .until(
              ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[role=alert] .mono")));
      assertThat(logins(browser)).contains("stepped.up");
      browser.isAccessible();
    }
  }

  private static void make(Browser browser) {
    browser.go("logins/logins.xhtml");
    browser.driver().findElement(By.id("logins:login")).sendKeys("stepped.up");
    browser.driver().findElement(By.id("logins:name")).sendKeys("Stepped Up");
    browser.driver().findElement(By.cssSelector("input[value=PARALEGAL]")).click();
    browser.driver().findElement(By.id("logins:create")).click();
  }

  private static String logins(Browser browser) {
    return browser
        .driver()
        .findElement(By.cssSelector("#logins table tbody"))
        .getAttribute("textContent");
  }
}
