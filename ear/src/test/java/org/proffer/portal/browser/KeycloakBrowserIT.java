package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Portal;

/** Logins that a real Keycloak keeps, in a real browser and through the API. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakBrowserIT {
  private static final String ZIP = System.getProperty("proffer.keycloak", "");
  private static final String TOKENS = "/realms/proffer/protocol/openid-connect/token";
  private static final String REDIRECT = "http://127.0.0.1:9/";
  private static final String VERIFIER = "a-verifier-of-the-test-that-is-long-enough-for-it";
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private static Portal portal;
  private static KeycloakAdministrator administrator;
  private static OneTimeCodes codes;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void keycloakBesideThePortal() throws Exception {
    assumeTrue(
        !ZIP.isBlank() && Files.isRegularFile(Path.of(ZIP)),
        "SKIPPED: no Keycloak (give -Dkeycloak to fetch it), so no login through it was tried");
    portal = Portal.withKeycloak(ZIP);
    codes = new OneTimeCodes();
    administrator = new KeycloakAdministrator(portal);
  }

  @AfterAll
  static void stop() {
    if (portal != null) {
      portal.stop();
    }
  }

  /** Logs in with password and one-time code, set up at the first time. */
  private static void logIn(Browser browser, String login) {
    browser.go("");
    enter(browser, login);
    browser.waiting().until(ExpectedConditions.titleContains("Proffer"));
    browser.waiting().until(ExpectedConditions.urlToBe(portal.address()));
  }

  private static void enterPassword(Browser browser, String login, String password) {
    WebElement name =
        browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("username")));
    name.clear();
    name.sendKeys(login);
    browser.driver().findElement(By.id("password")).sendKeys(password);
    browser.driver().findElement(By.id("kc-login")).click();
    browser.untilGone(name);
  }

  private static void enter(Browser browser, String login) {
    enterPassword(browser, login, portal.password(login));
    if (codes.knows(login)) {
      browser
          .waiting()
          .until(ExpectedConditions.presenceOfElementLocated(By.id("otp")))
          .sendKeys(codes.next(login));
      browser.driver().findElement(By.id("kc-login")).click();
    } else {
      browser
          .waiting()
          .until(ExpectedConditions.elementToBeClickable(By.id("mode-manual")))
          .click();
      codes.put(
          login,
          browser
              .waiting()
              .until(ExpectedConditions.presenceOfElementLocated(By.id("kc-totp-secret-key")))
              .getText());
      browser.driver().findElement(By.id("totp")).sendKeys(codes.next(login));
      browser.driver().findElement(By.id("saveTOTPBtn")).click();
    }
  }

  /** The session's cookie, as somebody would copy it. */
  private static String cookie(Browser browser) {
    return "JSESSIONID=" + browser.driver().manage().getCookieNamed("JSESSIONID").getValue();
  }

  private HttpResponse<String> get(String path, String header, String value) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(portal.address() + "api/v1" + path))
            .timeout(MINUTE)
            .header("X-Requested-With", "test")
            .header(header, value)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> asBrowser(String cookie, String path) throws Exception {
    return get(path, "Cookie", cookie);
  }

  private HttpResponse<String> asProgram(String token, String path) throws Exception {
    return get(path, "Authorization", "Bearer " + token);
  }

  /** How long it takes until the answer to a session is so, asking each second. */
  private Duration until(String cookie, String path, Predicate<HttpResponse<String>> so)
      throws Exception {
    Instant from = Instant.now();
    while (!so.test(asBrowser(cookie, path))) {
      assertThat(Duration.between(from, Instant.now())).isLessThan(MINUTE);
      LockSupport.parkNanos(1_000_000_000);
    }
    return Duration.between(from, Instant.now());
  }

  private static Predicate<HttpResponse<String>> status(int status) {
    return answer -> answer.statusCode() == status;
  }

  @Order(1)
  @ParameterizedTest
  @CsvSource({
    "prosecutor, Pat Prosecutor, 200",
    "paralegal, Lee Paralegal, 200",
    "compliance, Chris Compliance, 200",
    "supervisor, Sam Supervisor, 200",
    "custodian, Casey Custodian, 200",
    "auditor, Alex Auditor, 403",
    "admin, Ari Admin, 403",
    "filter, Fran Filter, 200"
  })
  void eachRoleLogsInWithAOneTimeCodeAndOutAgain(String login, String name, int cases)
      throws Exception {
    try (Browser browser = Browser.open(portal)) {
      logIn(browser, login);
      assertThat(browser.driver().findElement(By.cssSelector("header .who")).getText())
          .isEqualTo(name);
      browser.isAccessible();
      String copied = cookie(browser);
      assertThat(asBrowser(copied, "/session").body()).contains("\"" + login + "\"");
      assertThat(asBrowser(copied, "/cases").statusCode()).isEqualTo(cases);

      browser.driver().findElement(By.cssSelector("#out [type=submit]")).click();
      browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("username")));
      assertThat(browser.driver().getCurrentUrl())
          .startsWith(portal.keycloak())
          .doesNotContain("token");
      assertThat(asBrowser(copied, "/session").statusCode()).isEqualTo(401);
      browser.go("index.xhtml");
      assertThat(browser.driver().findElements(By.id("username"))).hasSize(1);
    }
  }

  @Order(2)
  @Test
  void noOnePassesWithThePasswordAloneOrWithAWrongCode() {
    if (!codes.knows("prosecutor")) {
      try (Browser first = Browser.open(portal)) {
        logIn(first, "prosecutor");
      }
    }
    try (Browser browser = Browser.open(portal)) {
      browser.go("");
      assertThat(browser.driver().findElement(By.className("consent")).getText())
          .contains("recorded");
      enterPassword(browser, "prosecutor", portal.password("prosecutor"));
      browser
          .waiting()
          .until(ExpectedConditions.presenceOfElementLocated(By.id("otp")))
          .sendKeys("000000");
      browser.driver().findElement(By.id("kc-login")).click();
      browser
          .waiting()
          .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), "Invalid"));
      browser.go("index.xhtml");
      assertThat(browser.driver().getCurrentUrl()).startsWith(portal.keycloak());
    }
  }

  @Order(2)
  @Test
  void fiveWrongPasswordsCloseALoginUntilItIsOpenedAgain() throws Exception {
    try (Browser browser = Browser.open(portal)) {
      browser.go("");
      for (int i = 0; i < 5; i++) {
        enterPassword(browser, "compliance", "wrong-password");
        browser
            .waiting()
            .until(
                ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), "Invalid"));
      }
      enterPassword(browser, "compliance", portal.password("compliance"));
      browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("username")));
      assertThat(browser.driver().findElements(By.id("otp"))).isEmpty();

      administrator.open("compliance");
      browser.go("");
      enter(browser, "compliance");
      browser.waiting().until(ExpectedConditions.urlToBe(portal.address()));
    }
  }

  @Order(3)
  @Test
  void aClosedLoginIsOutWithinAMinute() throws Exception {
    try (Browser browser = Browser.open(portal)) {
      logIn(browser, "paralegal");
      String cookie = cookie(browser);
      assertThat(asBrowser(cookie, "/cases").statusCode()).isEqualTo(200);

      administrator.enable("paralegal", false);

      Duration took = until(cookie, "/cases", status(401));
      System.out.println("A closed login was out after " + took.toSeconds() + " s.");
      browser.go("index.xhtml");
      browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("username")));
    } finally {
      administrator.enable("paralegal", true);
    }
  }

  @Order(4)
  @Test
  void aChangedRoleCountsWithinAMinuteAndTheSessionGoesOn() throws Exception {
    try (Browser browser = Browser.open(portal)) {
      logIn(browser, "supervisor");
      String cookie = cookie(browser);
      assertThat(asBrowser(cookie, "/audit").statusCode()).isEqualTo(403);

      administrator.leave("supervisor", "SUPERVISING_ATTORNEY");
      administrator.join("supervisor", "AUDITOR");

      Duration took = until(cookie, "/audit", status(200));
      System.out.println("A changed role counted after " + took.toSeconds() + " s.");
      assertThat(asBrowser(cookie, "/cases").statusCode()).isEqualTo(403);
      browser.go("audit/log.xhtml");
      browser
          .waiting()
          .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main table")));
    }
  }

  @Order(5)
  @Test
  void rolesThatExcludeEachOtherGiveNone() throws Exception {
    administrator.join("filter", "PROSECUTOR");
    try (Browser browser = Browser.open(portal)) {
      browser.go("");
      enter(browser, "filter");
      browser
          .waiting()
          .until(
              driver ->
                  driver.getCurrentUrl().startsWith(portal.address())
                      && !driver.findElements(By.tagName("h1")).isEmpty());
      HttpResponse<String> answer = asBrowser(cookie(browser), "/cases");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("incompatible-roles");
    } finally {
      administrator.leave("filter", "PROSECUTOR");
    }
  }

  private JsonObject tokens(Browser browser, String client) throws Exception {
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    browser
        .driver()
        .get(
            portal.keycloak()
                + "/realms/proffer/protocol/openid-connect/auth?response_type=code&scope=openid"
                + "&code_challenge_method=S256&code_challenge="
                + challenge
                + "&redirect_uri="
                + REDIRECT
                + "&client_id="
                + client);
    browser.waiting().until(ExpectedConditions.urlContains("code="));
    Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(browser.driver().getCurrentUrl());
    assertThat(code.find()).isTrue();
    return administrator.form(
        TOKENS,
        Map.of(
            "grant_type", "authorization_code",
            "client_id", client,
            "code", code.group(1),
            "code_verifier", VERIFIER,
            "redirect_uri", REDIRECT));
  }

  private void isRefused(String what, String token) throws Exception {
    HttpResponse<String> answer = asProgram(token, "/cases");
    assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(what)
        .get()
        .asString()
        .startsWith("application/problem+json");
  }

  @Order(6)
  @Test
  void aTokenOfAPersonOpensTheApiAndAForgedOneDoesNot() throws Exception {
    administrator.addClient("elsewhere");
    try (Browser browser = Browser.open(portal)) {
      logIn(browser, "custodian");
      JsonObject tokens = tokens(browser, "proffer-program");
      String good = tokens.getString("access_token");
      assertThat(asProgram(good, "/cases").statusCode()).isEqualTo(200);

      Map<String, String> forged =
          new HashMap<>(
              ForgedTokens.of(
                  good,
                  administrator.keys(),
                  Files.readString(portal.home().resolve("keys/keycloak-portal")).strip()));
      forged.put("of another issuer", administrator.ownToken());
      forged.put("for another audience", tokens(browser, "elsewhere").getString("access_token"));
      forged.put("an ID token", tokens.getString("id_token"));
      forged.put("a refresh token", tokens.getString("refresh_token"));
      for (Map.Entry<String, String> token : forged.entrySet()) {
        isRefused(token.getKey(), token.getValue());
      }
      System.out.println(forged.size() + " forged tokens were refused.");
      assertThat(asProgram(good, "/session").body()).contains("\"custodian\"");
      assertThat(asProgram("", "/cases").statusCode()).isEqualTo(401);
      assertThat(get("/cases?access_token=" + good, "Accept", "*/*").statusCode()).isEqualTo(401);

      administrator.tokensLive("proffer-program", 3);
      String brief = renewed(tokens).getString("access_token");
      assertThat(asProgram(brief, "/session").statusCode()).isEqualTo(200);
      LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
      isRefused("expired", brief);
      administrator.tokensLive("proffer-program", 60);

      JsonObject last = renewed(tokens);
      String copied = last.getString("access_token");
      assertThat(asProgram(copied, "/session").statusCode()).isEqualTo(200);
      browser.go("index.xhtml");
      browser.driver().findElement(By.cssSelector("#out [type=submit]")).click();
      browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("username")));
      isRefused("copied before the logout", copied);
    }
  }

  private static JsonObject renewed(JsonObject tokens) throws Exception {
    return administrator.form(
        TOKENS,
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "proffer-program",
            "refresh_token", tokens.getString("refresh_token")));
  }

  /** Last: Keycloak stands still for a while, and then is gone. */
  @Order(7)
  @Test
  void whileKeycloakIsAwayOpenSessionsGoOnWithoutGainingRights() throws Exception {
    try (Browser browser = Browser.open(portal)) {
      logIn(browser, "prosecutor");
      String cookie = cookie(browser);
      String token = tokens(browser, "proffer-program").getString("access_token");
      administrator.leave("prosecutor", "PROSECUTOR");
      administrator.join("prosecutor", "AUDITOR");
      signal("STOP");
      try {
        Instant from = Instant.now();
        while (Duration.between(from, Instant.now()).compareTo(MINUTE) < 0) {
          assertThat(asBrowser(cookie, "/cases").statusCode()).isEqualTo(200);
          assertThat(asBrowser(cookie, "/audit").statusCode()).isEqualTo(403);
        }
        HttpResponse<String> program = asProgram(token, "/cases");
        assertThat(program.statusCode()).as(program.body()).isIn(401, 503);
      } finally {
        signal("CONT");
      }
      until(cookie, "/audit", status(200));
      assertThat(asBrowser(cookie, "/cases").statusCode()).isEqualTo(403);

      signal("KILL");
      assertThat(asBrowser(cookie, "/audit").statusCode()).isEqualTo(200);
      browser.go("audit/log.xhtml");
      browser
          .waiting()
          .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main table")));
    }
  }

  /** A signal to Keycloak and to the script that started it. */
  private static void signal(String name) throws Exception {
    long script =
        Long.parseLong(Files.readString(portal.home().resolve("keycloak/keycloak.pid")).strip());
    ProcessHandle parent = ProcessHandle.of(script).orElseThrow();
    for (ProcessHandle each : parent.descendants().toList()) {
      new ProcessBuilder("kill", "-" + name, Long.toString(each.pid())).start().waitFor();
    }
    new ProcessBuilder("kill", "-" + name, Long.toString(script)).start().waitFor();
  }
}
