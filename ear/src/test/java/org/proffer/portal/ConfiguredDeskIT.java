package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the desk does where the administrator allows it: a key of the office signs reports, mail for
 * seed mailboxes is received, a browser measures how messages are drawn.
 */
class ConfiguredDeskIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static Portal portal;
  private static Api officer;
  private static Desk desk;
  private static String programme;
  private static int smtp;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Path.of(System.getProperty("proffer.it.folder")).resolveSibling("it-desk");
    Path key = folder.resolveSibling("it-desk-office.p12");
    Path password = folder.resolveSibling("it-desk-office.password");
    Files.createDirectories(folder.getParent());
    Files.deleteIfExists(key);
    Files.writeString(password, "office-key\n");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "office",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=Office of the Test",
                "-storetype",
                "PKCS12",
                "-keystore",
                key.toString(),
                "-storepass",
                "office-key",
                "-validity",
                "30")
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      smtp = free.getLocalPort();
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("PROFFER_SIGNING_KEYSTORE", key.toString());
    environment.put("PROFFER_SIGNING_PASSWORD", password.toString());
    environment.put("PROFFER_SEED_SMTP", Integer.toString(smtp));
    if (Files.exists(CHROMIUM)) {
      boolean root = "root".equals(System.getProperty("user.name"));
      environment.put("PROFFER_CHROMIUM", CHROMIUM + (root ? " --no-sandbox" : ""));
    }
    Path passwords = Files.createDirectories(folder.resolveSibling("it-desk-passwords"));
    Files.writeString(passwords.resolve("imap@watch.example"), Dovecot.PASSWORD + "\n");
    environment.put("PROFFER_SEED_PASSWORDS", passwords.toString());
    environment.put("PROFFER_SEED_SECONDS", "1");
    portal = Portal.with(folder, environment, MailServerPlaces.ofAllTests().named());
    officer = new Api(portal, "compliance").logIn();
    desk = Desk.takenOn(officer, "Configured Inc.");
    String sender =
        desk.record(
            "senders",
            Json.createObjectBuilder().add("name", "Acme").add("standing", "ORGANISATION"));
    programme =
        desk.record(
            "programmes",
            Json.createObjectBuilder()
                .add("name", "Offers")
                .add("state", "RUNNING")
                .add("sender", sender));
  }

  @AfterAll
  static void stop() {
    if (portal != null) {
      portal.stop();
    }
  }

  @Test
  void aReportIsSignedByWhoLeadsAndTheSignatureIsVerifiedAndBreaksWithAByte() throws Exception {
    JsonObject report =
        desk.post(
            "/clients/" + desk.client() + "/reports",
            Json.createObjectBuilder().add("attestedBy", "C. Olson").build());
    String id = report.getString("id");
    assertThat(report.containsKey("signed")).isFalse();
    assertThat(officer.page("compliance/reports.xhtml?client=" + desk.client()))
        .contains("Sign with the office");

    JsonObject signed = desk.post("/desk/reports/" + id + "/sign", JsonObject.EMPTY_JSON_OBJECT);
    assertThat(signed.getString("signed")).isNotEqualTo(report.getString("sha256"));
    JsonObject signature =
        officer
            .read("/desk/reports/" + id + "/signatures")
            .getJsonArray("signatures")
            .getJsonObject(0);
    assertThat(signature.getBoolean("intact")).isTrue();
    assertThat(signature.getBoolean("whole")).isTrue();
    assertThat(signature.getString("subject")).contains("Office of the Test");
    assertThat(officer.page("compliance/reports.xhtml?client=" + desk.client()))
        .contains("Signature, verified now: valid");
    byte[] pdf = officer.get("/desk/reports/" + id + "/file").body();
    assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("ETSI.CAdES.detached");
    assertThat(officer.post("/desk/reports/" + id + "/sign", "{}").statusCode()).isEqualTo(422);
  }

  /** One SMTP session: the codes of the server's answers to each line that was sent. */
  private static List<String> smtp(String from, String to, String message) throws IOException {
    List<String> codes = new java.util.ArrayList<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), smtp);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = socket.getOutputStream()) {
      codes.add(answer(in));
      for (String line :
          List.of("EHLO client.example", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">")) {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        codes.add(answer(in));
      }
      if (codes.get(3).equals("250")) {
        out.write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
        codes.add(answer(in));
        out.write((message + "\r\n.\r\n").getBytes(StandardCharsets.UTF_8));
        codes.add(answer(in));
      }
      out.write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      codes.add(answer(in));
    }
    return codes;
  }

  private static String answer(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return line.substring(0, 3);
  }

  private static final String MESSAGE =
      String.join(
          "\r\n",
          "From: Acme <news@acme.example>",
          "To: seed@watch.example",
          "Date: Mon, 16 Mar 2026 17:00:00 -0400",
          "Message-ID: <seed-1@acme.example>",
          "Subject: 20 % off spring bulbs",
          "Content-Type: text/plain; charset=utf-8",
          "",
          "Spring bulbs at 20 % off. Order now at https://acme.example/bulbs",
          "",
          "This is an advertisement. To unsubscribe visit https://acme.example/leave");

  @Test
  void mailForASeedMailboxIsCheckedAsItArrivesAndNothingElseIsTaken() throws Exception {
    assertThat(smtp("news@acme.example", "seed@watch.example", MESSAGE))
        .as("no mailbox is listed")
        .containsExactly("220", "250", "250", "550", "221");
    String seed =
        desk.record(
            "seed-mailboxes",
            Json.createObjectBuilder()
                .add("name", "Seed 1")
                .add("type", "SMTP")
                .add("programme", programme)
                .add("address", "Seed@watch.example"));
    assertThat(smtp("news@acme.example", "seed@watch.example", MESSAGE))
        .as("it is off until somebody says otherwise")
        .contains("550");
    JsonObject record = officer.read("/desk/records/" + seed);
    JsonObject on =
        Json.createObjectBuilder(record.getJsonObject("content")).add("on", true).build();
    Desk.made(
        officer.send(
            officer
                .request("/desk/records/" + seed)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(on.toString()))));

    assertThat(smtp("news@acme.example", "seed@watch.example", MESSAGE))
        .containsExactly("220", "250", "250", "250", "354", "250", "221");
    assertThat(smtp("news@acme.example", "other@watch.example", MESSAGE)).contains("550");
    assertThat(smtp("news@acme.example", "seed@watch.example", MESSAGE))
        .as("the same copy again is taken, and checked once")
        .contains("250");

    List<JsonObject> checks =
        officer
            .read("/clients/" + desk.client() + "/checks")
            .getJsonArray("checks")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(check -> check.getString("origin").equals("SEED"))
            .filter(check -> check.getJsonObject("facts").toString().contains("seed@watch"))
            .toList();
    assertThat(checks).hasSize(1);
    assertThat(checks.get(0).getString("lawAsOf")).isEqualTo("2026-03-16");
    assertThat(checks.get(0).getString("checkedBy")).isEqualTo("seed-mailboxes");
    assertThat(checks.get(0).getJsonArray("violated").toString()).contains("DIS-03");
    JsonObject standing = standing("Seed@watch.example");
    assertThat(standing.getInt("arrived")).isEqualTo(1);
    assertThat(standing.getBoolean("served")).isTrue();
    assertThat(officer.page("compliance/check.xhtml?client=" + desk.client()))
        .contains("Seed 1", "Seed@watch.example");
    // Its violation concerns a message that was sent.
    assertThat(
            officer
                .read("/clients/" + desk.client() + "/findings")
                .getJsonArray("findings")
                .getValuesAs(JsonObject.class))
        .anyMatch(f -> f.getString("requirement").equals("DIS-03") && f.getInt("messages") == 1);
  }

  private static JsonObject standing(String address) throws Exception {
    return officer
        .read("/clients/" + desk.client() + "/seed-mailboxes")
        .getJsonArray("seedMailboxes")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(seed -> seed.getString("address").equals(address))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject standing(String address, Predicate<JsonObject> until) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (true) {
      JsonObject seed = standing(address);
      if (until.test(seed)) {
        return seed;
      }
      assertThat(System.nanoTime()).as(seed.toString()).isLessThan(end);
      LockSupport.parkNanos(200_000_000);
    }
  }

  @Test
  void aMailboxIsReadAtARealServerWithoutChangingItAndSaysWhatHindersIt() throws Exception {
    Assumptions.assumeTrue(Dovecot.isPossible(), "no dovecot on this machine");
    MailServerPlaces places = MailServerPlaces.ofAllTests();
    desk.record(
        "seed-mailboxes",
        Json.createObjectBuilder()
            .add("name", "Seed 2")
            .add("type", "IMAP")
            .add("programme", programme)
            .add("address", "imap@watch.example")
            .add("login", Dovecot.LOGIN)
            .add("server", "127.0.0.1:" + places.plain())
            .add("on", true));
    // Nobody answers yet.
    standing("imap@watch.example", seed -> !seed.getString("problem").isEmpty());

    List<byte[]> messages = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String one = MESSAGE.replace("seed-1@", "imap-" + i + "@").replace("20 %", (20 + i) + " %");
      messages.add(one.getBytes(StandardCharsets.UTF_8));
    }
    try (Dovecot server = Dovecot.start(places, messages)) {
      String before = server.mailbox();
      JsonObject seed =
          standing(
              "imap@watch.example",
              each -> each.getInt("arrived") == 3 && each.getString("problem").isEmpty());
      assertThat(seed.getString("readAt")).isNotEmpty();
      assertThat(server.mailbox()).isEqualTo(before);
    }
    assertThat(
            officer
                .read("/clients/" + desk.client() + "/checks")
                .getJsonArray("checks")
                .getValuesAs(JsonObject.class))
        .extracting(check -> check.getString("origin") + " " + check.getString("title"))
        .contains("SEED 20 % off spring bulbs", "SEED 22 % off spring bulbs");
  }

  @Test
  void aBrowserMeasuresHowTheWayToObjectIsDrawnOnAPhoneAndADesktop() throws Exception {
    Assumptions.assumeTrue(Files.exists(CHROMIUM), "no Chromium on this machine");
    String html =
        "<style>@media (max-width: 600px) { .foot { font-size: 7px } .wide { display: none } }</style>"
            + "<script>document.title='ran'</script>"
            + "<p>20 % off spring bulbs. Buy now! This is an advertisement.</p>"
            + "<p style='height:1200px'>Tulips</p>"
            + "<p class='foot' style='color:#ccc'>You can opt out: "
            + "<a style='color:#ccc' href='https://acme.example/leave'>unsubscribe</a></p>"
            + "<p class='wide'>Acme, 500 Main Street, Springfield, IL 62701</p>";
    JsonObject drawn =
        desk.check(
                Json.createObjectBuilder()
                    .add("from", "Acme <news@acme.example>")
                    .add("subject", "20 % off spring bulbs")
                    .add("html", html)
                    .build())
            .getJsonObject("result")
            .getJsonObject("drawn");

    assertThat(drawn.getString("notMeasured", "")).isEmpty();
    assertThat(drawn.getString("by")).contains("Chromium");
    Map<String, JsonObject> rows = new HashMap<>();
    drawn
        .getJsonArray("rows")
        .getValuesAs(JsonObject.class)
        .forEach(row -> rows.put(row.getString("view") + " " + row.getString("of"), row));
    JsonObject phone = rows.get("phone way to object");
    assertThat(phone.getInt("size")).isEqualTo(7);
    assertThat(phone.getString("remark")).contains("letters of 7 px", "contrast 1.6 to 1");
    assertThat(phone.getString("screen")).isEqualTo("2 of 2");
    JsonObject desktop = rows.get("desktop way to object");
    assertThat(desktop.getInt("size")).isEqualTo(16);
    assertThat(desktop.getString("remark")).isEqualTo("contrast 1.6 to 1");
    assertThat(rows.get("phone postal address").getString("remark")).isEqualTo("hidden: not drawn");
    assertThat(rows.get("desktop postal address").getString("remark")).isEmpty();
  }
}
