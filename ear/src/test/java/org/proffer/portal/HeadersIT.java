package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The headers of every kind of answer, by TLS as people come in: pages and their parts, JSON and
 * files, redirects, refusals of the services, of the framework and of the server itself.
 */
class HeadersIT {
  private static final Portal PORTAL = Portal.running();
  private static final Api REST = new Api(PORTAL, "prosecutor");
  private static final Map<String, HttpResponse<String>> ANSWERS = new LinkedHashMap<>();

  private static HttpClient person;
  private static CookieManager cookies;
  private static String caseId;

  @BeforeAll
  static void everyKindOfAnswer() throws Exception {
    REST.logIn();
    caseId = REST.openCase("Headers");
    String mail =
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: headers\r\n\r\nBuy now.\r\n";
    String item =
        Api.json(REST.send(caseId, "h.eml", mail.getBytes(StandardCharsets.US_ASCII)).body())
            .getString("id");
    REST.ended(
        Api.json(
                REST.post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + item + "\"}")
                    .body())
            .getString("id"));
    String message =
        REST.read("/cases/" + caseId + "/messages")
            .getJsonArray("messages")
            .getJsonObject(0)
            .getString("id");
    String document =
        Api.json(
                REST.post("/cases/" + caseId + "/documents", "{\"template\":\"audit-report\"}")
                    .body())
            .getString("id");
    String feed = Api.json(REST.post("/calendar/feed", "{}").body()).getString("address", "");

    cookies = new CookieManager();
    person = client(cookies);
    get(client(new CookieManager()), "the login page", "index.xhtml");
    ask(
        client(new CookieManager()),
        "a login refused",
        form("sign-in", "user=x&password=y&consent=on"));
    ask(
        person,
        "a login by REST",
        json(
            "api/v1/session",
            "{\"login\":\"prosecutor\",\"password\":\"" + PORTAL.password("prosecutor") + "\"}"));
    get(person, "a page", "index.xhtml");
    get(person, "a page of a case", "cases/case.xhtml?id=" + caseId);
    get(person, "a page with a frame", "messages/message.xhtml?id=" + message);
    get(person, "a page that is not there", "cases/case.xhtml?id=" + missing());
    get(person, "a page that is not open", "logins/logins.xhtml");
    get(person, "a name of no page", "nothing.xhtml");
    get(person, "a file that is not there", "resources/js/nothing.js");
    get(person, "a folder", "resources/js/");
    get(person, "a style sheet", "resources/css/proffer.css");
    get(person, "a script", "resources/js/keys.js");
    get(person, "a picture", "resources/img/favicon.svg");
    get(person, "a script of the library", "jakarta.faces.resource/core.js.xhtml?ln=primefaces");
    get(person, "a redirect", "sign-in");
    part();
    ask(
        person,
        "a proof",
        json("api/v1/session/proof", "{\"password\":\"" + PORTAL.password("prosecutor") + "\"}"));
    ask(
        person,
        "a form of an ended view",
        form("cases/open.xhtml", "open=open&jakarta.faces.ViewState=1:1"));
    get(person, "JSON", "api/v1/cases");
    get(person, "JSON that is not there", "api/v1/cases/" + missing());
    get(person, "JSON that is not open", "api/v1/audit");
    get(person, "no resource", "api/v1/nothing");
    get(client(new CookieManager()), "JSON without a login", "api/v1/cases");
    ask(person, "JSON that is none", json("api/v1/cases", "{"));
    ask(person, "a value that cannot be used", json("api/v1/cases", "{\"court\":\"nowhere\"}"));
    ask(
        person,
        "a change from another page",
        request("api/v1/cases").POST(BodyPublishers.ofString("{}")));
    ask(
        person,
        "a type that is not read",
        request("api/v1/cases")
            .header("X-Requested-With", "t")
            .header("Content-Type", "text/x")
            .POST(BodyPublishers.ofString("x")));
    ask(
        person,
        "a type that is not written",
        request("api/v1/cases").header("Accept", "image/png"));
    ask(
        person,
        "a method that is none",
        request("api/v1/cases")
            .header("X-Requested-With", "t")
            .method("PATCH", BodyPublishers.noBody()));
    for (String method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PROPFIND")) {
      ask(
          person,
          method + " of a page",
          request("index.xhtml").method(method, BodyPublishers.noBody()));
      ask(
          person,
          method + " of a resource",
          request("api/v1/cases")
              .header("X-Requested-With", "t")
              .method(method, BodyPublishers.noBody()));
    }
    get(person, "mail as it was shown", "api/v1/messages/" + message + "/rendered");
    get(person, "bytes of a message", "api/v1/messages/" + message + "/raw");
    get(person, "bytes of an item", "api/v1/evidence/" + item + "/raw");
    get(person, "a PDF", "api/v1/documents/" + document + "/file");
    get(person, "a package", "api/v1/cases/" + caseId + "/package");
    get(person, "a case file", "api/v1/cases/" + caseId + "/export");
    get(person, "a table", "api/v1/cases/" + caseId + "/timeline/table.csv");
    get(
        person,
        "a calendar",
        feed.isEmpty()
            ? "api/v1/calendar/feeds/none.ics"
            : feed.replaceFirst(".*/api/v1", "api/v1"));
    get(person, "the description", "api/v1/openapi.json");
    get(person, "health", "api/v1/health/ready");
    get(person, "figures", "api/v1/metrics");
    tooFast();
    failure();
    HttpClient leaving = client(new CookieManager());
    leaving.send(
        json(
                "api/v1/session",
                "{\"login\":\"auditor\",\"password\":\"" + PORTAL.password("auditor") + "\"}")
            .build(),
        BodyHandlers.ofString());
    ask(
        leaving,
        "the end of a session",
        request("api/v1/session").header("X-Requested-With", "test").DELETE());
  }

  private static String missing() {
    return "01a20a72-ffff-7fff-8fff-ffffffffffff";
  }

  /** A part of a page, as the scripts of the library ask for it. */
  private static void part() throws Exception {
    String page = get(person, "a form", "cases/open.xhtml").body();
    Matcher state =
        Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"").matcher(page);
    assertThat(state.find()).isTrue();
    ask(
        person,
        "a part of a page",
        form(
                "cases/open.xhtml",
                "open=open&jakarta.faces.partial.ajax=true&jakarta.faces.partial.render=open&jakarta.faces.partial.execute=open"
                    + "&jakarta.faces.source=open&jakarta.faces.ViewState="
                    + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8))
            .header("Faces-Request", "partial/ajax"));
  }

  /** Asks for one search more than a minute's worth. */
  private static void tooFast() throws Exception {
    for (int i = 0; i < 140; i++) {
      HttpResponse<String> answer =
          person.send(request("api/v1/search?q=").build(), BodyHandlers.ofString());
      if (answer.statusCode() == 429) {
        ANSWERS.put("asked too fast", answer);
        get(person, "a page asked too fast", "search/search.xhtml?q=x");
        return;
      }
    }
    throw new AssertionError("140 searches at once, and none was refused");
  }

  /** What the portal did not expect: a table is away. */
  private static void failure() throws Exception {
    PortalDatabase.run("alter table proffer.calendar_feed rename to calendar_feed_away");
    try {
      get(person, "a page that failed", "calendar/feed.xhtml");
      get(person, "a resource that failed", "api/v1/calendar/feed");
    } finally {
      PortalDatabase.run("alter table proffer.calendar_feed_away rename to calendar_feed");
    }
  }

  private static HttpClient client(CookieManager jar) throws Exception {
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new TheirOwn()}, new SecureRandom());
    return HttpClient.newBuilder().sslContext(trusting).cookieHandler(jar).build();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(PORTAL.tlsAddress() + path))
        .timeout(Duration.ofMinutes(1));
  }

  private static HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder json(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("X-Requested-With", "test")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> get(HttpClient who, String what, String path)
      throws Exception {
    return ask(who, what, request(path));
  }

  private static HttpResponse<String> ask(HttpClient who, String what, HttpRequest.Builder request)
      throws Exception {
    HttpResponse<String> answer =
        who.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    ANSWERS.put(what, answer);
    return answer;
  }

  @Test
  void everyAnswerIsGradedAPlus() {
    Map<Integer, Integer> byStatus = new TreeMap<>();
    ANSWERS.forEach(
        (what, answer) -> {
          Map<String, Integer> points = Observatory.points(answer.headers());
          assertThat(Observatory.score(points))
              .as("%s (%d): %s %s", what, answer.statusCode(), points, answer.headers().map())
              .isGreaterThanOrEqualTo(100);
          byStatus.merge(answer.statusCode(), 1, Integer::sum);
        });
    System.out.println("Answers graded, by status: " + byStatus);
    assertThat(byStatus)
        .containsKeys(200, 204, 302, 400, 401, 403, 404, 405, 406, 415, 422, 429, 500);
  }

  @Test
  void everyAnswerCarriesEachHeaderOnce() {
    ANSWERS.forEach(
        (what, answer) -> {
          for (String name :
              List.of(
                  "Content-Security-Policy",
                  "X-Content-Type-Options",
                  "X-Frame-Options",
                  "Referrer-Policy",
                  "Cross-Origin-Resource-Policy",
                  "Cross-Origin-Opener-Policy",
                  "Permissions-Policy",
                  "Strict-Transport-Security",
                  "Cache-Control")) {
            assertThat(answer.headers().allValues(name)).as("%s: %s", what, name).hasSize(1);
          }
          assertThat(answer.headers().map().keySet().toString().toLowerCase(java.util.Locale.ROOT))
              .as(what)
              .doesNotContain("x-powered-by", "server,", "access-control");
        });
  }

  @Test
  void whatCostsMuchIsRefusedWithATimeToWait() {
    HttpResponse<String> refused = ANSWERS.get("asked too fast");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Api.json(refused.body()).getString("type"))
        .isEqualTo("urn:proffer:problem:too-fast");
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
        .isBetween(1, 60);
    HttpResponse<String> page = ANSWERS.get("a page asked too fast");
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains("Too many at once");
  }

  @Test
  void whatFailedTellsAnIncidentAndNothingElse() throws IOException {
    HttpResponse<String> page = ANSWERS.get("a page that failed");
    HttpResponse<String> resource = ANSWERS.get("a resource that failed");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(resource.statusCode()).isEqualTo(500);
    for (HttpResponse<String> answer : List.of(page, resource)) {
      assertThat(answer.body())
          .doesNotContain("calendar_feed", "org.proffer", "select ", "SQL", "\tat ", "Caused by");
      Matcher incident =
          Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(answer.body());
      assertThat(incident.find()).as(answer.body()).isTrue();
      assertThat(PORTAL.complaints().toString()).contains("Incident " + incident.group());
    }
  }

  @Test
  void theCookieOfASessionIsForThisHostAndTlsAlone() throws Exception {
    String cookie = ANSWERS.get("a login by REST").headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("__Host-JSESSIONID=")
        .containsIgnoringCase("; secure")
        .containsIgnoringCase("httponly")
        .containsIgnoringCase("samesite=strict")
        .containsIgnoringCase("path=/")
        .doesNotContainIgnoringCase("domain");

    String id =
        cookies.getCookieStore().getCookies().stream()
            .filter(c -> c.getName().equals("__Host-JSESSIONID"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElseThrow();
    HttpClient thief = client(new CookieManager());
    assertThat(
            thief
                .send(
                    request("api/v1/session").header("Cookie", "__Host-JSESSIONID=" + id).build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
    assertThat(
            thief
                .send(
                    request("api/v1/session").header("Cookie", "JSESSIONID=" + id).build(),
                    BodyHandlers.ofString())
                .statusCode())
        .as("under the name that a plain connection could set")
        .isEqualTo(401);
  }

  @Test
  void theEndOfASessionClearsWhatTheBrowserKept() {
    assertThat(ANSWERS.get("the end of a session").headers().firstValue("Clear-Site-Data"))
        .contains("\"cache\", \"storage\"");
  }

  @Test
  void aSessionThatSomebodyPlantedIsNotTheOneAfterTheLogin() throws Exception {
    CookieManager jar = new CookieManager();
    HttpClient victim = client(jar);
    victim.send(request("index.xhtml").build(), BodyHandlers.ofString());
    List<String> before =
        jar.getCookieStore().getCookies().stream().map(HttpCookie::getValue).toList();
    victim.send(
        json(
                "api/v1/session",
                "{\"login\":\"paralegal\",\"password\":\"" + PORTAL.password("paralegal") + "\"}")
            .build(),
        BodyHandlers.ofString());
    assertThat(jar.getCookieStore().getCookies())
        .extracting(HttpCookie::getValue)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(before);
  }

  /** What is no HTTP never reaches the portal; the server hangs up, and says nothing of itself. */
  @Test
  void whatIsNoRequestIsAnsweredWithoutAWord() throws Exception {
    for (String noise :
        List.of(
            "GET / HTTP/9.9\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n",
            "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n")) {
      URI address = URI.create(PORTAL.address());
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        socket.setSoTimeout(5_000);
        OutputStream out = socket.getOutputStream();
        out.write(noise.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        String answer = new String(in.readNBytes(8_192), StandardCharsets.ISO_8859_1);
        assertThat(answer)
            .as(noise)
            .doesNotContainIgnoringCase("undertow")
            .doesNotContainIgnoringCase("wildfly")
            .doesNotContain("200 OK")
            .doesNotContain("message/http");
      }
    }
  }

  /** The certificate is the one the portal made for itself. */
  private static final class TheirOwn extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      // whoever it is
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      // whoever it is
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      // whoever it is
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
