package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded logins through REST, as the administrator and those who are administered. */
class LoginIT {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final String CHOSEN = "quiet rivers under glass";

  private final Portal portal = Portal.running();
  private final Api admin = new Api(portal, "admin");
  private final Api auditor = new Api(portal, "auditor");

  @BeforeEach
  void logIn() throws Exception {
    admin.logIn();
    auditor.logIn();
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + Api.json(answer.body()).getString("type").replace("urn:proffer:problem:", "");
  }

  private JsonObject made(String login, String role) throws Exception {
    HttpResponse<String> answer =
        admin.post(
            "/logins",
            "{\"login\":\"%s\",\"displayName\":\"Some Body\",\"roles\":[\"%s\"]}"
                .formatted(login, role));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body());
  }

  private Api in(String login, String role) throws Exception {
    String given = made(login, role).getString("password");
    Api person = new Api(portal, login, CHOSEN);
    HttpResponse<String> chosen =
        person.post(
            "/session",
            "{\"login\":\"%s\",\"password\":\"%s\",\"newPassword\":\"%s\"}"
                .formatted(login, given, CHOSEN));
    assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
    return person;
  }

  private static String session(Api api, String login, String password) throws Exception {
    HttpResponse<String> answer =
        api.post("/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
    return answer.statusCode() == 200 ? "200" : problem(answer);
  }

  private static Duration until(Callable<Boolean> holds) throws Exception {
    long begun = System.nanoTime();
    while (!holds.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MINUTE);
      LockSupport.parkNanos(500_000_000);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private boolean isAudited(String query, String action) throws Exception {
    return auditor.read("/audit?" + query).getJsonArray("entries").toString().contains(action);
  }

  @Test
  void aGivenPasswordLetsNobodyInUntilItIsReplacedByAGoodOne() throws Exception {
    String given = made("first.one", "PARALEGAL").getString("password");
    Api person = new Api(portal, "first.one", given);

    assertThat(session(person, "first.one", given)).isEqualTo("403 password-to-be-replaced");
    assertThat(person.get("/cases").statusCode()).isEqualTo(401);
    String weak = "{\"login\":\"first.one\",\"password\":\"%s\",\"newPassword\":\"%s\"}";
    for (String refused : Arrays.asList("short", given, "passwordpassword")) {
      assertThat(person.post("/session", weak.formatted(given, refused)).statusCode())
          .as(refused)
          .isEqualTo(422);
    }
    assertThat(person.post("/session", weak.formatted(given, CHOSEN)).statusCode()).isEqualTo(200);
    assertThat(person.get("/cases").statusCode()).isEqualTo(200);
    assertThat(session(new Api(portal, "first.one", given), "first.one", given))
        .isEqualTo("401 login-refused");
    assertThat(session(new Api(portal, "first.one", CHOSEN), "first.one", CHOSEN)).isEqualTo("200");
    assertThat(isAudited("actor=admin", "CREATE_LOGIN")).isTrue();
    assertThat(isAudited("actor=first.one", "CHOOSE_PASSWORD")).isTrue();
  }

  @Test
  void fiveWrongPasswordsLockALoginUntilAnAdministratorOpensIt() throws Exception {
    in("locked.one", "PARALEGAL");
    Api guesser = new Api(portal, "locked.one", "x");
    for (int i = 0; i < 4; i++) {
      assertThat(session(guesser, "locked.one", "wrong " + i)).isEqualTo("401 login-refused");
    }
    assertThat(session(guesser, "locked.one", CHOSEN)).as("four do not").isEqualTo("200");
    Api again = new Api(portal, "locked.one", "x");
    for (int i = 0; i < 5; i++) {
      assertThat(session(again, "locked.one", "wrong " + i)).isEqualTo("401 login-refused");
    }
    assertThat(session(again, "locked.one", CHOSEN)).isEqualTo("401 login-refused");
    assertThat(isAudited("object=locked.one", "LOCK_LOGIN")).isTrue();

    assertThat(admin.post("/logins/locked.one/open", "{}").statusCode()).isEqualTo(200);
    assertThat(session(again, "locked.one", CHOSEN)).isEqualTo("200");
  }

  @Test
  void guessesMadeAtOnceAreCountedOneByOne() throws Exception {
    in("guessed.one", "PARALEGAL");
    ExecutorService guessers = Executors.newFixedThreadPool(8);
    try {
      Callable<String> guess =
          () -> session(new Api(portal, "guessed.one", "x"), "guessed.one", "wrong");
      for (Future<String> answer : guessers.invokeAll(Collections.nCopies(8, guess))) {
        assertThat(answer.get()).isEqualTo("401 login-refused");
      }
    } finally {
      guessers.shutdown();
    }
    assertThat(session(new Api(portal, "guessed.one", "x"), "guessed.one", CHOSEN))
        .as("locked by five of the eight")
        .isEqualTo("401 login-refused");
    assertThat(isAudited("object=guessed.one", "wrong password, 5 of 5")).isTrue();
    assertThat(isAudited("object=guessed.one", "wrong password, 6 of 5")).isFalse();
  }

  @Test
  void aClosedLoginIsOutWithinAMinuteAndSoIsOneWhoseSessionsWereEnded() throws Exception {
    Api closed = in("closed.one", "PARALEGAL");
    Api ended = in("ended.one", "PARALEGAL");
    assertThat(closed.get("/cases").statusCode()).isEqualTo(200);
    assertThat(admin.post("/logins/closed.one/close", "{}").statusCode()).isEqualTo(200);
    assertThat(admin.post("/logins/ended.one/end-sessions", "{}").statusCode()).isEqualTo(200);

    System.out.println(
        "A closed login was out after "
            + until(() -> closed.get("/cases").statusCode() == 401).toSeconds()
            + " s.");
    until(() -> ended.get("/cases").statusCode() == 401);
    assertThat(session(closed, "closed.one", CHOSEN)).isEqualTo("401 login-refused");
    assertThat(session(ended, "ended.one", CHOSEN)).isEqualTo("200");
  }

  @Test
  void aChangedRoleCountsWithinAMinuteAndIncompatibleOnesAreRefused() throws Exception {
    Api person = in("changed.one", "PARALEGAL");
    assertThat(person.get("/audit").statusCode()).isEqualTo(403);
    assertThat(roles("changed.one", "[\"PARALEGAL\",\"AUDITOR\"]").statusCode()).isEqualTo(422);
    assertThat(roles("changed.one", "[\"AUDITOR\"]").statusCode()).isEqualTo(200);

    System.out.println(
        "A changed role ended the session after "
            + until(() -> person.get("/audit").statusCode() == 401).toSeconds()
            + " s.");
    assertThat(session(person, "changed.one", CHOSEN)).isEqualTo("200");
    assertThat(person.get("/audit").statusCode()).isEqualTo(200);
    assertThat(person.get("/cases").statusCode()).isEqualTo(403);
    assertThat(isAudited("actor=admin&action=CHANGE_ROLES", "\"after\":\"AUDITOR\"")).isTrue();
  }

  private HttpResponse<String> roles(String login, String roles) throws Exception {
    return admin.send(
        admin
            .request("/logins/" + login + "/roles")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"roles\":" + roles + "}")));
  }

  @Test
  void nobodyChangesALoginOfTheirOwnAndOnlyAdministratorsChangeOthers() throws Exception {
    assertThat(admin.post("/logins/admin/close", "{}").statusCode()).isEqualTo(422);
    assertThat(roles("admin", "[\"PROSECUTOR\"]").statusCode()).isEqualTo(422);
    assertThat(auditor.get("/logins").statusCode()).isEqualTo(403);
    assertThat(auditor.post("/logins/paralegal/close", "{}").statusCode()).isEqualTo(403);
    assertThat(admin.post("/logins/nobody-here/close", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void theServersOwnWayInIsShut() throws Exception {
    HttpResponse<String> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(portal.address() + "j_security_check"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "j_username=prosecutor&j_password=" + portal.password("prosecutor")))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void aProofIsFreshForTenMinutesAndOldOnesAreAskedForAgain() throws Exception {
    Api person = in("fresh.one", "ADMIN");
    assertThat(person.post("/logins/paralegal/end-sessions", "{}").statusCode()).isEqualTo(200);
    assertThat(problem(person.post("/session/proof", "{\"password\":\"wrong\"}")))
        .isEqualTo("403 not-proved");
    assertThat(person.post("/session/proof", "{\"password\":\"" + CHOSEN + "\"}").statusCode())
        .isEqualTo(204);
  }
}
