package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mailboxes from a real IMAP server, whose messages and flags stay as they were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailServerIT {
  private static final int MESSAGES = 450;
  private final MailServerPlaces places = MailServerPlaces.ofAllTests();
  private final List<byte[]> messages = new ArrayList<>();
  private Dovecot server;
  private Api paralegal;

  @BeforeAll
  void startServer() throws Exception {
    assumeTrue(
        Dovecot.isPossible(),
        "SKIPPED: mailboxes of a real mail server need root, openssl and Debian's dovecot-imapd.");
    for (int i = 0; i < MESSAGES; i++) {
      messages.add(
          ("From: ring@sender.example\r\nSubject: "
                  + i
                  + "\r\nMessage-ID: <"
                  + i
                  + "@sender.example>\r\n\r\n"
                  + "Buy now. \u00e4\r\n".repeat(i == 7 ? 120_000 : 20 + i))
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    server = Dovecot.start(places, messages);
    paralegal = new Api(Portal.running(), "paralegal").logIn();
  }

  @AfterAll
  void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private HttpResponse<String> fetched(
      String caseId, String host, int port, boolean tls, String password) throws Exception {
    return paralegal.post(
        "/cases/" + caseId + "/evidence/from-mailbox",
        Json.createObjectBuilder()
            .add("host", host)
            .add("port", port)
            .add("tls", tls)
            .add("login", Dovecot.LOGIN)
            .add("password", password)
            .add("folder", "INBOX")
            .build()
            .toString());
  }

  /** The messages of an item by their UIDs. */
  private Map<Integer, byte[]> members(String item) throws Exception {
    Map<Integer, byte[]> members = new TreeMap<>();
    byte[] raw = paralegal.get("/evidence/" + item + "/raw").body();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName();
        assertThat(name).matches("INBOX/\\d+\\.eml");
        byte[] before =
            members.put(Integer.valueOf(name.replaceAll("\\D", "")), tar.readAllBytes());
        assertThat(before).as(name + " came twice").isNull();
      }
    }
    return members;
  }

  private void isTheWholeMailbox(String item) throws Exception {
    Map<Integer, byte[]> members = members(item);
    assertThat(members).hasSize(MESSAGES);
    int number = 0;
    for (byte[] member : members.values()) {
      assertThat(member).isEqualTo(messages.get(number++));
    }
  }

  private String made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  @Test
  void aMailboxComesBitForBitByTlsAndNothingOnTheServerChanges() throws Exception {
    String before = server.mailbox();
    String caseId = paralegal.openCase("Mailbox");
    String item = made(fetched(caseId, "localhost", places.tls(), true, Dovecot.PASSWORD));

    isTheWholeMailbox(item);
    assertThat(server.mailbox()).isEqualTo(before);
    assertThat(paralegal.read("/evidence/" + item + "/custody").toString())
        .contains("EXAMINE, BODY.PEEK")
        .contains("(TLS)")
        .contains(MESSAGES + " messages, UID 1 to " + MESSAGES)
        .contains("UIDVALIDITY")
        .doesNotContain(Dovecot.PASSWORD);
    HttpResponse<String> started =
        paralegal.post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + item + "\"}");
    assertThat(paralegal.ended(made(started)).getInt("messages")).isEqualTo(MESSAGES);
  }

  @Test
  void aServerUnderAnotherNameThanItsCertificateIsNotGivenThePassword() throws Exception {
    HttpResponse<String> refused =
        fetched(
            paralegal.openCase("Other name"), "127.0.0.1", places.tls(), true, Dovecot.PASSWORD);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
  }

  @Test
  void aWrongPasswordIsSaidAndNothingIsKept() throws Exception {
    String caseId = paralegal.openCase("Wrong password");
    HttpResponse<String> refused = fetched(caseId, "127.0.0.1", places.plain(), false, "sesame");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("does not accept this login");
    assertThat(paralegal.read("/cases/" + caseId + "/evidence").getJsonArray("evidence")).isEmpty();
  }

  @Test
  void aConnectionThatIsCutThreeTimesIsResumedAndNoMessageComesTwice() throws Exception {
    String before = server.mailbox();
    String caseId = paralegal.openCase("Cut");
    try (CutConnection cut =
        new CutConnection(places.cut(), places.plain(), 400_000, 3, () -> {})) {
      String item = made(fetched(caseId, "127.0.0.1", places.cut(), false, Dovecot.PASSWORD));

      assertThat(cut.cuts()).isEqualTo(3);
      isTheWholeMailbox(item);
      assertThat(paralegal.read("/evidence/" + item + "/custody").toString())
          .contains("The connection was cut 3 times and resumed");
    }
    assertThat(server.mailbox()).isEqualTo(before);
  }

  @Test
  void aConnectionThatIsCutAgainAndAgainIsGivenUpAndNothingIsKept() throws Exception {
    String caseId = paralegal.openCase("Cut for good");
    try (CutConnection cut =
        new CutConnection(places.cut(), places.plain(), 1_500, 1_000, () -> {})) {
      HttpResponse<String> refused =
          fetched(caseId, "127.0.0.1", places.cut(), false, Dovecot.PASSWORD);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("was cut").contains("Nothing was kept");
    }
    assertThat(paralegal.read("/cases/" + caseId + "/evidence").getJsonArray("evidence")).isEmpty();
  }

  @Test
  void aServerThatNumbersAnewAfterACutIsNotReadOn() throws Exception {
    String caseId = paralegal.openCase("Numbered anew");
    try (CutConnection cut =
        new CutConnection(places.cut(), places.plain(), 400_000, 1, this::numberAnew)) {
      HttpResponse<String> refused =
          fetched(caseId, "127.0.0.1", places.cut(), false, Dovecot.PASSWORD);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
      assertThat(refused.body()).contains("UIDVALIDITY").contains("Nothing was kept");
    }
    assertThat(paralegal.read("/cases/" + caseId + "/evidence").getJsonArray("evidence")).isEmpty();
  }

  private void numberAnew() {
    LockSupport.parkNanos(1_100_000_000L); // the server takes the second as UIDVALIDITY
    try {
      server.numbersAnew();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
