package org.proffer.load;

import static io.gatling.javaapi.core.CoreDsl.AllowList;
import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.DenyList;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.forever;
import static io.gatling.javaapi.core.CoreDsl.form;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who look at cases and messages, search, and write notes, ten seconds apart; beside them
 * hostile mailboxes arrive. No request fails, and 99 of 100 are answered within a second.
 *
 * <p>{@code proffer.address}: the portal; {@code proffer.logins}: a file with a line of login and
 * password for each of the roles that work on cases; {@code proffer.users}, {@code
 * proffer.minutes}; {@code proffer.mail=false}: no mailboxes arrive.
 */
public final class Office extends Simulation {
  private static final Duration THINKING = Duration.ofSeconds(10);
  private static final AtomicInteger MAILBOX = new AtomicInteger((int) (System.currentTimeMillis() / 1_000));

  private final String address = System.getProperty("proffer.address");
  private final int users = Integer.getInteger("proffer.users", 200);
  private final Duration time = Duration.ofMinutes(Integer.getInteger("proffer.minutes", 10));

  private final HttpProtocolBuilder portal =
      http.baseUrl(address)
          .disableCaching()
          .header("X-Requested-With", "load")
          .header("Origin", address)
          .inferHtmlResources(AllowList(), DenyList(".*"));

  private static List<Map<String, Object>> logins() {
    List<Map<String, Object>> logins = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(Path.of(System.getProperty("proffer.logins")))) {
        String[] words = line.strip().split("\\s+");
        logins.add(Map.of("login", words[0], "password", words[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return logins;
  }

  /** The fields of the form as they came, the view state among them, with a text of ours. */
  private static Map<String, Object> filledIn(Session session) {
    Map<String, Object> fields = new HashMap<>(session.getMap("fields"));
    fields.put(String.valueOf(session.getString("text")), "Written under load.");
    return fields;
  }

  private static final ChainBuilder LOGIN =
      exec(
          http("log in")
              .post("/api/v1/session")
              .header("Content-Type", "application/json")
              .body(StringBody("{\"login\":\"#{login}\",\"password\":\"#{password}\"}"))
              .check(status().is(200)),
          http("find the case")
              .get("/api/v1/cases")
              .check(jsonPath("$.cases[?(@.demonstration==true)].id").saveAs("case")));

  private static final ChainBuilder WORK =
      exec(http("my cases").get("/index.xhtml").check(css("h1").is("My cases")))
          .pause(THINKING)
          .exec(http("a case").get("/cases/case.xhtml?id=#{case}"))
          .pause(THINKING)
          .exec(
              http("messages")
                  .get("/messages/list.xhtml?case=#{case}")
                  .check(
                      regex("message\\.xhtml\\?id=([0-9a-f-]{36})").findRandom().saveAs("message")))
          .pause(THINKING)
          .exec(http("a message").get("/messages/message.xhtml?id=#{message}"))
          .pause(THINKING)
          .exec(http("search").get("/search/search.xhtml?q=discount"))
          .pause(THINKING)
          .exec(
              http("a note, empty")
                  .get("/records/edit.xhtml?case=#{case}&kind=note")
                  .check(css("script[nonce]", "nonce").saveAs("nonce"))
                  .check(css("textarea[data-field=text]", "name").saveAs("text"))
                  .check(form("form#record").saveAs("fields")))
          .pause(THINKING)
          .exec(
              http("a note, saved")
                  .post("/records/edit.xhtml")
                  .form(Office::filledIn)
                  .formParam("record:save", "Save")
                  .formParam("primefaces.nonce", "#{nonce}")
                  .check(css("form#record").notExists()))
          .pause(THINKING);

  private static final ChainBuilder MAIL =
      exec(
              http("hostile mail arrives")
                  .post("/api/v1/cases/#{case}/evidence?fileName=hostile.mbox")
                  .header("Content-Type", "application/octet-stream")
                  .body(ByteArrayBody(session -> HostileMail.mailbox(MAILBOX.incrementAndGet())))
                  .check(status().is(201), jsonPath("$.id").saveAs("evidence")),
              http("its import begins")
                  .post("/api/v1/cases/#{case}/imports")
                  .header("Content-Type", "application/json")
                  .body(StringBody("{\"evidenceId\":\"#{evidence}\"}"))
                  .check(status().is(201)))
          .pause(Duration.ofSeconds(30));

  private final ScenarioBuilder people =
      scenario("people").feed(listFeeder(logins()).circular()).exec(LOGIN).exec(forever().on(WORK));
  private final ScenarioBuilder mail =
      scenario("mail").feed(listFeeder(logins()).circular()).exec(LOGIN).exec(forever().on(MAIL));

  /** Everybody comes within a minute, and works until the time is over. */
  public Office() {
    List<PopulationBuilder> all = new ArrayList<>();
    all.add(people.injectOpen(rampUsers(users).during(Duration.ofMinutes(1))));
    if (Boolean.parseBoolean(System.getProperty("proffer.mail", "true"))) {
      all.add(mail.injectOpen(atOnceUsers(1)));
    }
    setUp(all)
        .protocols(portal)
        .maxDuration(time.plusMinutes(1))
        .assertions(
            global().failedRequests().count().is(0L),
            global().responseTime().percentile(99.0).lt(1_000));
  }
}
