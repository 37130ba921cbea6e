package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the portal runs: probes, figures, the administrator's view, and what the logs hold. */
class OperationsIT {
  private final Portal portal = Portal.running();
  private final Api nobody = new Api(portal, "nobody");

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void readyTellsOfEveryCheck() throws Exception {
    HttpResponse<byte[]> ready = nobody.get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    JsonObject checks = Api.json(text(ready)).getJsonObject("checks");
    assertThat(checks.keySet()).containsExactly("database", "audit", "vault", "disk", "temporary");
    assertThat(nobody.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void theFiguresAreInTheFormatOfPrometheusAndForThisMachineAlone() throws Exception {
    String figures = text(nobody.get("/metrics"));
    assertThat(figures)
        .contains("# TYPE proffer_imports gauge", "jvm_memory_used_bytes{", "proffer_http_seconds")
        .contains("proffer_up{subject=\"DATABASE\"} 1.0")
        .contains("proffer_pool_most{datasource=\"PortalDS\"} 30.0")
        .containsPattern("proffer_audit_head_age_seconds \\d");
    HttpResponse<String> forwarded =
        nobody.send(nobody.request("/metrics").GET().header("X-Forwarded-For", "192.0.2.1"));
    assertThat(forwarded.statusCode()).isEqualTo(404);
    assertThat(forwarded.body()).doesNotContain("jvm_");
  }

  @Test
  void theAdministratorSeesHowItRunsAndOthersDoNot() throws Exception {
    JsonObject standing = new Api(portal, "admin").logIn().read("/operations");
    assertThat(standing.getString("schema")).matches("\\d+");
    assertThat(standing.getJsonNumber("auditSize").longValue()).isPositive();
    assertThat(Instant.parse(standing.getString("auditHeadAt"))).isBefore(Instant.now());
    assertThat(standing.getJsonArray("pools")).hasSize(2);
    for (String login : List.of("prosecutor", "supervisor", "auditor", "custodian", "filter")) {
      assertThat(new Api(portal, login).logIn().get("/operations").statusCode())
          .as(login)
          .isEqualTo(403);
    }
    assertThat(nobody.get("/operations").statusCode()).isEqualTo(401);
  }

  @Test
  void aBackupOfTheRunningPortalEndsAnAlarmAndIsRestoredWhole(@TempDir Path temp) throws Exception {
    Api admin = new Api(portal, "admin").logIn();
    JsonObject before = admin.read("/operations");
    if (!before.containsKey("backupAt")) {
      assertThat(before.getJsonArray("alarms").toString()).contains("There is no backup yet.");
    }
    Path backup = temp.resolve("portal.tar.gz");

    command(temp, "backup", "--home", portal.home().toString(), backup.toString());

    Instant until = Instant.now().plusSeconds(30);
    JsonObject standing = admin.read("/operations");
    while (!standing.containsKey("backupAt") && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(500_000_000);
      standing = admin.read("/operations");
    }
    assertThat(standing.getJsonArray("alarms")).isEmpty();
    command(temp, "restore", backup.toString(), temp.resolve("restored").toString());
    assertThat(Files.readString(portal.home().resolve("ledger/audit.heads")))
        .startsWith(Files.readString(temp.resolve("restored/ledger/audit.heads")));
  }

  private static void command(Path temp, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.proffer.launcher.Maintenance"));
    command.addAll(List.of(arguments));
    Path said = temp.resolve(arguments[0] + ".said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
  }

  @Test
  void theLogsAreJsonAndHoldNothingOfPeople() throws Exception {
    Api prosecutor = new Api(portal, "prosecutor").logIn();
    String caseId = prosecutor.openCase("United States v. Xenakis-Oldenburg");
    String mail =
        "From: Zacharias Quillfeather <quillfeather@sender.example>\r\n"
            + "To: victim@receiver.example\r\nSubject: Palimpsest discount\r\n"
            + "Date: Mon, 2 Mar 2026 09:00:00 +0000\r\n\r\nBuy the palimpsest now.\r\n";
    prosecutor.imported(caseId, "quillfeather.eml", mail.getBytes(StandardCharsets.UTF_8));
    assertThat(text(prosecutor.get("/search?q=palimpsest"))).contains("quillfeather");
    JsonObject messages = prosecutor.read("/cases/" + caseId + "/messages");
    String id = messages.getJsonArray("messages").getJsonObject(0).getString("id");
    assertThat(prosecutor.get("/messages/" + id).statusCode()).isEqualTo(200);
    new Api(portal, "nobody")
        .post("/session", "{\"login\":\"vandersloot\",\"password\":\"Hunter-Two\"}");

    try (Stream<Path> logs = Files.list(portal.home().resolve("logs"))) {
      for (Path log : logs.toList()) {
        assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
            .as(log.getFileName().toString())
            .doesNotContainIgnoringCase("quillfeather")
            .doesNotContainIgnoringCase("palimpsest")
            .doesNotContainIgnoringCase("receiver.example")
            .doesNotContainIgnoringCase("Xenakis")
            .doesNotContainIgnoringCase("vandersloot")
            .doesNotContain("Hunter-Two")
            .doesNotContain(portal.password("prosecutor"));
      }
    }
    List<String> lines = Files.readAllLines(portal.home().resolve("logs").resolve("server.log"));
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(Api.json(line).getString("level")).matches("[A-Z]+");
    }
  }
}
