package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.proffer.generator.SimulatedSender;
import org.proffer.generator.SimulatedSender.Fault;

/**
 * A simulated sender before the desk: its records, lists and messages are given as an officer gives
 * them, its page is asked on each day and walked through over HTTP, and what is found is compared
 * with what was planted.
 */
class SimulatedSenderIT {
  private static final Api OFFICER = new Api(Portal.running(), "compliance");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Set<Fault> OF_THE_PAGE =
      EnumSet.of(Fault.LOGIN_WALL, Fault.FEE, Fault.SECOND_PAGE, Fault.MENU_WITHOUT_NONE);

  private HttpServer server;
  private SimulatedSender sender;
  private volatile int day = 1;

  @BeforeAll
  static void logIn() throws Exception {
    OFFICER.logIn();
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/leave", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean there = sender.answers(day);
    String page = exchange.getRequestMethod().equals("POST") ? sender.answer() : sender.page();
    byte[] bytes = (there ? page : "gone").getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(there ? 200 : 410, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private URI page() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/leave");
  }

  private static Document opened(HttpRequest.Builder request) throws Exception {
    return Jsoup.parse(HTTP.send(request.build(), BodyHandlers.ofString()).body());
  }

  /** Everything of a sender, given to the desk; the audit that came of it. */
  private Audited audited(String name, SimulatedSender of) throws Exception {
    sender = of;
    Desk desk = Desk.takenOn(OFFICER, name);
    String organisation =
        desk.record(
            "senders",
            Json.createObjectBuilder()
                .add("name", SimulatedSender.NAME)
                .add("standing", "ORGANISATION")
                .add("zone", SimulatedSender.ZONE.getId()));
    desk.record(
        "senders",
        Json.createObjectBuilder()
            .add("name", SimulatedSender.LINE)
            .add("standing", "LINE_OF_BUSINESS")
            .add("partOf", organisation)
            .add("throughout", true));
    desk.record(
        "addresses",
        Json.createObjectBuilder()
            .add("text", SimulatedSender.ADDRESS)
            .add("type", "STREET")
            .add("of", organisation)
            .add("from", "2020-01-01")
            .add("accurate", true)
            .add("provedBy", "the lease"));
    desk.record(
        "domains",
        Json.createObjectBuilder()
            .add("name", "larkspur.example")
            .add("of", organisation)
            .add("registrant", SimulatedSender.NAME)
            .add("honest", true)
            .add("provedBy", "the registrar's record"));
    String affiliate =
        desk.record(
            "affiliates",
            Json.createObjectBuilder()
                .add("name", SimulatedSender.AFFILIATE)
                .add("contract", "of 2 January 2026"));
    String mechanism =
        desk.record(
            "mechanisms",
            Json.createObjectBuilder()
                .add("name", "Page")
                .add("type", "PAGE")
                .add("address", page().toString())
                .add("host", "127.0.0.1")
                .add("of", organisation));
    walkedThrough(desk, mechanism);
    probed(desk, mechanism);
    String programme =
        desk.record(
            "programmes",
            Json.createObjectBuilder()
                .add("name", "Weekly offers")
                .add("state", "RUNNING")
                .add("sender", organisation)
                .add("kind", "Offers")
                .add("affiliates", Json.createArrayBuilder().add(affiliate))
                .add("mechanism", mechanism));
    String audit =
        desk.prepared(
            Json.createObjectBuilder()
                .add("title", "Half a year of mail")
                .add("programme", programme)
                .add("requestsComplete", true)
                .add("consentsComplete", true)
                .build());
    for (Map.Entry<String, String> list : of.lists().entrySet()) {
      desk.list(audit, list.getKey(), list.getValue());
    }
    desk.messages(audit, "mailing.mbox", of.mailbox().getBytes(StandardCharsets.UTF_8));
    desk.facts(audit, of.facts());
    return new Audited(desk, audit, desk.ended(audit), mechanism);
  }

  private record Audited(Desk desk, String audit, JsonObject view, String mechanism) {
    Map<String, Integer> inMessages() {
      Map<String, Integer> violated = new TreeMap<>();
      for (JsonObject found :
          view.getJsonObject("tally")
              .getJsonObject("messages")
              .getJsonArray("findings")
              .getValuesAs(JsonObject.class)) {
        if (found.getString("verdict").equals("VIOLATED")) {
          violated.put(found.getString("requirement"), found.getInt("count"));
        }
      }
      return violated;
    }
  }

  /** Opens the page, sends its form, and records what was asked on the way. */
  private void walkedThrough(Desk desk, String mechanism) throws Exception {
    Document first = opened(HttpRequest.newBuilder(page()));
    Document then = opened(HttpRequest.newBuilder(page()).POST(BodyPublishers.ofString("email=x")));
    JsonArrayBuilder information = Json.createArrayBuilder();
    boolean fee = false;
    boolean menu = false;
    boolean none = false;
    for (Element input : first.select("input")) {
      switch (input.attr("type")) {
        case "email" -> {}
        case "checkbox" -> {
          menu = true;
          none |= input.attr("value").equals("none");
        }
        case "password" -> information.add("a password");
        default -> fee |= input.attr("name").equals("card");
      }
    }
    JsonArrayBuilder steps = Json.createArrayBuilder();
    then.select("form").forEach(form -> steps.add("a second page: " + then.text()));
    desk.record(
        "walkthroughs",
        Json.createObjectBuilder()
            .add("mechanism", mechanism)
            .add("walkedAt", "2026-03-17T15:00:00Z")
            .add("fee", fee)
            .add("information", information)
            .add("steps", steps)
            .add("menu", menu)
            .add("offersNone", none)
            .add("receivingAddress", true)
            .add("source", "C. Olson, by hand"));
  }

  /** Asks for the head of the page on each of thirty days, and enters what was seen. */
  private void probed(Desk desk, String mechanism) throws Exception {
    String watch =
        desk.post(
                "/clients/" + desk.client() + "/watches",
                Json.createObjectBuilder().add("mechanism", mechanism).build())
            .getString("id");
    boolean before = true;
    for (day = 1; day <= 30; day++) {
      int status =
          HTTP.send(
                  HttpRequest.newBuilder(page()).method("HEAD", BodyPublishers.noBody()).build(),
                  BodyHandlers.discarding())
              .statusCode();
      boolean accepted = status == 200;
      desk.post(
          "/desk/watches/" + watch + "/probes",
          Json.createObjectBuilder()
              .add("at", SimulatedSender.noonOf(day).toString())
              .add("accepted", accepted)
              .add("what", "HEAD answered " + status)
              .build());
      if (before && !accepted) {
        Instant from = SimulatedSender.noonOf(day).minus(Duration.ofHours(12));
        desk.record(
            "outages",
            Json.createObjectBuilder()
                .add("mechanism", mechanism)
                .add("from", from.toString())
                .add("cause", "the page was taken down")
                .add("source", "the incident log"));
      }
      before = accepted;
    }
  }

  private static List<String> register(Desk desk) throws Exception {
    return OFFICER
        .read("/clients/" + desk.client() + "/findings")
        .getJsonArray("findings")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(
            f ->
                f.getString("requirement")
                    + " "
                    + f.getString("verdict")
                    + " "
                    + f.getInt("messages"))
        .sorted()
        .toList();
  }

  @Test
  void aCleanSenderYieldsNoFindingToTheLastMinuteThatTheActAllows() throws Exception {
    Audited audited = audited("Clean Sender Inc.", new SimulatedSender(2026, Set.of()));

    assertThat(audited.desk().findings(audited.audit())).isEmpty();
    assertThat(audited.inMessages()).isEmpty();
    assertThat(register(audited.desk())).isEmpty();
    JsonObject tally = audited.view().getJsonObject("tally");
    assertThat(tally.getJsonObject("messages").getInt("read")).isEqualTo(SimulatedSender.MESSAGES);
    assertThat(tally.getInt("sendsInTime")).isPositive();
    assertThat(tally.getInt("sendsAfterConsent")).isPositive();
    assertThat(tally.getInt("sendsOutOfScope")).isPositive();
    assertThat(
            tally.getJsonObject("messages").getJsonArray("findings").getValuesAs(JsonObject.class))
        .extracting(f -> f.getString("requirement") + " " + f.getString("verdict"))
        .contains(
            "HDR-01 MET",
            "SUB-01 MET",
            "OPT-01 MET",
            "OPT-02 MET",
            "OPT-05 MET",
            "DIS-01 MET",
            "DIS-02 MET",
            "DIS-03 MET")
        .noneMatch(found -> found.endsWith("VIOLATED"));
  }

  @Test
  void everyPlantedFaultIsFoundUnderItsRequirementAndNothingElse() throws Exception {
    EnumSet<Fault> faults = EnumSet.complementOf(EnumSet.copyOf(OF_THE_PAGE));
    SimulatedSender planted = new SimulatedSender(1037, faults);
    Audited audited = audited("Faulty Sender Inc.", planted);

    assertThat(audited.desk().findings(audited.audit()).stream().sorted().toList())
        .isEqualTo(planted.expected());
    assertThat(audited.inMessages())
        .isEqualTo(planted.expectedInMessages())
        .containsOnlyKeys("DIS-03", "HDR-01", "SUB-01", "OPT-02");
    List<String> expected = new ArrayList<>();
    planted
        .expectedInMessages()
        .forEach((duty, count) -> expected.add(duty + " VIOLATED " + count));
    Map<String, Integer> ofLists = new TreeMap<>();
    planted
        .expected()
        .forEach(
            found -> ofLists.merge(found.substring(0, found.lastIndexOf(' ')), 1, Integer::sum));
    ofLists.forEach((found, count) -> expected.add(found + " " + count));
    assertThat(register(audited.desk())).isEqualTo(expected.stream().sorted().toList());

    JsonObject first =
        OFFICER
            .read("/desk/audits/" + audited.audit() + "/messages?requirement=DIS-03")
            .getJsonArray("messages")
            .getJsonObject(0);
    assertThat(first.getString("address")).isEqualTo("r0@home0.example");
    assertThat(first.getString("sentAt")).isEqualTo("2026-03-16T21:00:00Z");
    assertThat(first.getJsonObject("reasons").getString("DIS-03")).contains("postal address");
    String page = OFFICER.page("compliance/audit.xhtml?id=" + audited.audit() + "&duty=SUB-01");
    assertThat(page).contains("Your invoice 4471", "memo: invoice wording doubles opens");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOGIN_WALL", "FEE", "SECOND_PAGE", "MENU_WITHOUT_NONE"})
  void aFaultOfThePageIsFoundInEveryMessageThatLeadsToIt(Fault fault) throws Exception {
    SimulatedSender planted = new SimulatedSender(7, EnumSet.of(fault));
    Audited audited = audited("Sender with " + fault, planted);

    assertThat(audited.inMessages())
        .isEqualTo(planted.expectedInMessages())
        .containsValue(SimulatedSender.MESSAGES)
        .hasSize(1);
    assertThat(audited.desk().findings(audited.audit())).isEmpty();
  }

  @Test
  void theWatchItselfAsksThePageAtOnceAndSeesWhenItIsGone() throws Exception {
    sender = new SimulatedSender(1, EnumSet.of(Fault.DEAD_ON_DAY_29));
    Desk desk = Desk.takenOn(OFFICER, "Watched Inc.");
    String mechanism =
        desk.record(
            "mechanisms",
            Json.createObjectBuilder()
                .add("name", "Page")
                .add("type", "PAGE")
                .add("address", page().toString())
                .add("host", "127.0.0.1"));
    day = 28;
    assertThat(firstProbe(desk, mechanism)).isEqualTo("HEAD answered 200 true");
    day = 29;
    assertThat(firstProbe(desk, mechanism)).isEqualTo("HEAD answered 410 false");
  }

  private static String firstProbe(Desk desk, String mechanism) throws Exception {
    String watch =
        desk.post(
                "/clients/" + desk.client() + "/watches",
                Json.createObjectBuilder().add("mechanism", mechanism).build())
            .getString("id");
    long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (System.nanoTime() < until) {
      List<JsonObject> newest =
          OFFICER
              .read("/desk/watches/" + watch)
              .getJsonArray("newest")
              .getValuesAs(JsonObject.class);
      if (!newest.isEmpty()) {
        return newest.get(0).getString("what") + " " + newest.get(0).getBoolean("accepted");
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("no probe was made");
  }
}
