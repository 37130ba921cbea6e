package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.Proofs;
import org.proffer.ledger.TreeHash;

/** Custody through REST: proven, passed on by two people, found when somebody tampers. */
class CustodyIT {
  private static final String LETTER =
      "From: a@example.org\r\nTo: b@example.org\r\nSubject: %s\r\n\r\nBuy now.\r\n";

  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");
  private final Api custodian = new Api(portal, "custodian");
  private final Api supervisor = new Api(portal, "supervisor");
  @TempDir private Path folder;
  private String caseId = "";

  @BeforeEach
  void aCaseOfFour() throws Exception {
    for (Api api : List.of(prosecutor, paralegal, custodian, supervisor)) {
      api.logIn();
    }
    caseId = prosecutor.openCase("Custody");
    for (String login : List.of("paralegal", "custodian", "supervisor")) {
      made(prosecutor.post("/cases/" + caseId + "/members", "{\"login\":\"" + login + "\"}"));
    }
  }

  private static JsonObject made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : Api.json(answer.body());
  }

  private String received(String words) throws Exception {
    byte[] letter = LETTER.formatted(words).getBytes(StandardCharsets.US_ASCII);
    return made(paralegal.send(caseId, words + ".eml", letter)).getString("id");
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Api.json(answer.body()).getString("type");
  }

  private static void until(Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!holds.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(200_000_000);
    }
  }

  @Test
  void everyEventIsProvenUnderAHeadSignedWithinSeconds() throws Exception {
    String item = received("proven");
    prosecutor.get("/evidence/" + item + "/raw");
    until(() -> prosecutor.read("/evidence/" + item + "/proof").getInt("unsigned") == 0);

    JsonObject proof = prosecutor.read("/evidence/" + item + "/proof");
    PublicKey key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    Base64.getDecoder().decode(prosecutor.read("/custody").getString("key"))));
    Head head =
        new HeadVerifier("proffer/custody", key).verify(proof.getString("head")).orElseThrow();
    assertThat(proof.getJsonArray("events")).hasSize(2);
    for (JsonObject event : proof.getJsonArray("events").getValuesAs(JsonObject.class)) {
      List<TreeHash> path = new ArrayList<>();
      event
          .getJsonArray("proof")
          .getValuesAs(jakarta.json.JsonString.class)
          .forEach(hash -> path.add(TreeHash.parse(hash.getString())));
      TreeHash leaf = TreeHash.ofLeaf(event.getString("leaf").getBytes(StandardCharsets.UTF_8));
      assertThat(
              Proofs.included(
                  leaf, event.getJsonNumber("place").longValue(), head.size(), path, head.root()))
          .isTrue();
    }
    assertThat(prosecutor.read("/cases/" + caseId + "/custody").getJsonArray("events"))
        .extracting(event -> event.asJsonObject().getString("kind"))
        .containsExactly("COPIED", "RECEIVED");
  }

  @Test
  void anItemPassesOnWhenTwoPeopleSaySo() throws Exception {
    String item = received("passed");
    String offer = "{\"to\":\"custodian\",\"reason\":\"Safe keeping\",\"authority\":\"Policy 4\"}";

    assertThat(problem(prosecutor.post("/evidence/" + item + "/transfers", offer)))
        .startsWith("409 ")
        .endsWith("transfer-refused");
    String id = made(paralegal.post("/evidence/" + item + "/transfers", offer)).getString("id");
    assertThat(problem(paralegal.post("/evidence/" + item + "/transfers", offer)))
        .startsWith("409 ");
    assertThat(problem(paralegal.post("/transfers/" + id + "/take", ""))).startsWith("409 ");
    assertThat(custodian.read("/transfers").getJsonArray("transfers")).isNotEmpty();
    made(custodian.post("/transfers/" + id + "/take", ""));

    assertThat(prosecutor.read("/evidence/" + item).getString("holder")).isEqualTo("custodian");
    assertThat(problem(custodian.post("/transfers/" + id + "/take", ""))).startsWith("409 ");
    assertThat(prosecutor.read("/evidence/" + item + "/custody").getJsonArray("events"))
        .extracting(event -> event.asJsonObject().getString("kind"))
        .containsExactly("RECEIVED", "OFFERED", "TRANSFERRED");
  }

  @Test
  void anOfferIsDeclinedOrWithdrawnAndTheHolderStays() throws Exception {
    String item = received("declined");
    String offer = "{\"to\":\"custodian\",\"reason\":\"Safe keeping\"}";
    String first = made(paralegal.post("/evidence/" + item + "/transfers", offer)).getString("id");
    assertThat(problem(custodian.post("/transfers/" + first + "/decline", "{}")))
        .startsWith("422 ");
    made(custodian.post("/transfers/" + first + "/decline", "{\"reason\":\"No room\"}"));
    String second =
        made(supervisor.post("/evidence/" + item + "/transfers", offer)).getString("id");
    assertThat(problem(paralegal.post("/transfers/" + second + "/withdraw", "")))
        .startsWith("409 ");
    made(supervisor.post("/transfers/" + second + "/withdraw", ""));

    assertThat(prosecutor.read("/evidence/" + item).getString("holder")).isEqualTo("paralegal");
  }

  @Test
  void ofAHundredOffersAtOnceOneStandsAndTheCustodyHasNoGap() throws Exception {
    String item = received("hundred");
    ExecutorService threads = Executors.newFixedThreadPool(100);
    try {
      List<Callable<Integer>> offers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String to = i % 2 == 0 ? "custodian" : "prosecutor";
        offers.add(
            () ->
                paralegal
                    .post(
                        "/evidence/" + item + "/transfers",
                        "{\"to\":\"" + to + "\",\"reason\":\"At once\"}")
                    .statusCode());
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(offers)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnlyOnce(201);
      assertThat(answers.stream().filter(status -> status == 409)).hasSize(99);
    } finally {
      threads.shutdownNow();
    }
    assertThat(prosecutor.read("/evidence/" + item + "/custody").getJsonArray("events"))
        .extracting(event -> event.asJsonObject().getInt("sequence"))
        .containsExactly(1, 2);
  }

  @Test
  void aFlippedBitIsFoundByTheCheckAndByOpeningAndNothingIsMadeOfTheItem() throws Exception {
    String item = received("flipped");
    String other = received("other");
    String sha = prosecutor.read("/evidence/" + item).getString("sha256");
    Path object =
        portal
            .home()
            .resolve("vault")
            .resolve("sha256")
            .resolve(sha.substring(0, 2))
            .resolve(sha.substring(2, 4))
            .resolve(sha);
    byte[] good = Files.readAllBytes(object);
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 4;
    Files.write(object, bad);
    try {
      assertThat(prosecutor.get("/evidence/" + item + "/raw").statusCode()).isEqualTo(409);
      JsonObject found = made(custodian.post("/evidence/" + item + "/fixity", ""));
      assertThat(found.containsKey("damagedAt")).isTrue();
      assertThat(
              problem(
                  prosecutor.post(
                      "/cases/" + caseId + "/documents", "{\"template\":\"audit-report\"}")))
          .endsWith("item-damaged");
      assertThat(prosecutor.get("/cases/" + caseId + "/package").statusCode()).isEqualTo(409);
      assertThat(prosecutor.read("/custody").getJsonArray("troubles").toString()).contains(item);
      assertThat(prosecutor.get("/evidence/" + other + "/raw").statusCode()).isEqualTo(200);
    } finally {
      Files.write(object, good);
    }
    assertThat(made(custodian.post("/evidence/" + item + "/fixity", "")).containsKey("damagedAt"))
        .isFalse();
    assertThat(prosecutor.get("/evidence/" + item + "/raw").statusCode()).isEqualTo(200);
  }

  @Test
  void aPackageIsProvenWithoutThePortalAndAChangedOneIsNot() throws Exception {
    String first = received("packed");
    received("packed-too");
    prosecutor.get("/evidence/" + first + "/raw");
    HttpResponse<byte[]> answer = prosecutor.get("/cases/" + caseId + "/package");
    assertThat(answer.statusCode()).isEqualTo(200);
    Path zip = Files.write(folder.resolve("package.zip"), answer.body());
    Path key =
        Files.writeString(
            folder.resolve("custody.pub"), prosecutor.read("/custody").getString("key") + "\n");
    Path heads =
        Files.write(folder.resolve("custody.heads"), prosecutor.get("/custody/checkpoints").body());

    assertThat(verified(zip, "--key", key.toString(), "--heads", heads.toString()))
        .startsWith("0 ")
        .contains("PROVEN: 2 items");
    try (java.nio.file.FileSystem files = java.nio.file.FileSystems.newFileSystem(zip)) {
      try (var top = Files.list(files.getPath("/"))) {
        Path bag = top.findFirst().orElseThrow();
        Path custody = bag.resolve("data/custody.ndjson");
        Files.writeString(custody, Files.readString(custody).replace("Downloaded.", "Downloaded!"));
      }
    }
    assertThat(verified(zip, "--key", key.toString())).startsWith("1 ").contains("FALSE");
  }

  /** The exit code of the command and what it printed. */
  static String verified(Path zip, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "../engine/target/proffer.jar",
                "verify",
                zip.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said;
  }

  @Test
  void everyRowThatASuperuserChangesIsNamed() throws Exception {
    String item = received("tampered");
    prosecutor.get("/evidence/" + item + "/raw");
    until(() -> prosecutor.read("/evidence/" + item + "/proof").getInt("unsigned") == 0);
    String row = "where item_id = '" + item + "' and sequence = 2";
    long place =
        PortalDatabase.count(
            "select place from proffer.custody_event where item_id = ? and sequence = 2", item);

    tampered("update proffer.custody_event set by_login = 'nobody' " + row);
    assertThat(troubles()).contains("The row of place " + place + " was changed.");
    tampered("update proffer.custody_event set by_login = 'prosecutor' " + row);
    assertThat(troubles()).isEqualTo("[]");

    tampered("update proffer.custody_event set place = place + 1000000 " + row);
    assertThat(troubles()).contains("place " + place);
    tampered("update proffer.custody_event set place = " + place + " " + row);
    assertThat(troubles()).isEqualTo("[]");
  }

  /** Changes a row as a superuser who switches triggers off. */
  private static void tampered(String sql) throws Exception {
    PortalDatabase.run("set session_replication_role = replica", sql);
  }

  private String troubles() throws Exception {
    return made(custodian.post("/custody/check", "")).getJsonArray("troubles").toString();
  }
}
