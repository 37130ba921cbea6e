package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.proffer.check.CheckedMessage;
import org.proffer.check.FactsFile;
import org.proffer.check.MessageCheck;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.mail.ByteSource;

/** The golden decisions of the law's reference and its worked dates, through the desk. */
class GoldenDecisionsIT {
  private static final Api OFFICER = new Api(Portal.running(), "compliance");
  private static Desk desk;

  @BeforeAll
  static void aClient() throws Exception {
    OFFICER.logIn();
    desk = Desk.takenOn(OFFICER, "Golden Decisions Inc.");
  }

  /** A decision with its name for the report. */
  record Golden(String id, JsonObject decision) {
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Golden> decisions() throws IOException {
    try (InputStream in = GoldenDecisionsIT.class.getResourceAsStream("golden-decisions.json");
        JsonReader reader = Json.createReader(Objects.requireNonNull(in))) {
      List<Golden> all =
          reader.readObject().getJsonArray("decisions").getValuesAs(JsonObject.class).stream()
              .map(decision -> new Golden(decision.getString("id"), decision))
              .toList();
      assertThat(all.stream().map(golden -> golden.id().substring(0, 3)).distinct()).hasSize(34);
      return all;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void theDeskDecidesAsTheGoldenTableAndTheEngineToTheLetter(Golden golden) throws Exception {
    JsonObject decision = golden.decision();
    JsonObject check =
        desk.check(
            Json.createObjectBuilder()
                .add("message", decision.getString("message"))
                .add("title", golden.id())
                .add("facts", decision.getJsonArray("facts"))
                .build());
    JsonObject said = check.getJsonObject("result").getJsonObject("check");
    Map<String, JsonObject> findings = new TreeMap<>();
    said.getJsonArray("findings")
        .getValuesAs(JsonObject.class)
        .forEach(finding -> findings.put(finding.getString("requirement"), finding));

    decision
        .getJsonObject("expected")
        .forEach(
            (requirement, verdict) ->
                assertThat(findings.get(requirement).get("verdict"))
                    .as(golden.id() + " " + requirement)
                    .isEqualTo(verdict));
    JsonObject purpose = said.getJsonObject("observations").getJsonObject("purpose");
    for (String[] name : new String[][] {{"branch", "branch"}, {"purpose", "value"}}) {
      if (decision.containsKey(name[0])) {
        assertThat(purpose.getString(name[1])).isEqualTo(decision.getString(name[0]));
      }
    }
    words(decision, "missing")
        .forEach(
            (requirement, words) ->
                assertThat(findings.get(requirement).getJsonArray("missing").toString())
                    .contains(words));
    words(decision, "reason")
        .forEach(
            (requirement, words) ->
                assertThat(findings.get(requirement).getString("reason")).contains(words));
    if (decision.containsKey("subjectIndicator")) {
      assertThat(
              said.getJsonObject("observations")
                  .getJsonObject("subjectMisleadingIndicator")
                  .getBoolean("present"))
          .isTrue();
    }
    agreesWithTheEngine(decision, findings);
    agreesWithItsPage(check.getString("id"), findings);
  }

  private static Map<String, String> words(JsonObject decision, String name) {
    Map<String, String> words = new HashMap<>();
    decision
        .getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT)
        .asJsonObject()
        .forEach((requirement, text) -> words.put(requirement, ((JsonString) text).getString()));
    return words;
  }

  private static void agreesWithTheEngine(JsonObject decision, Map<String, JsonObject> findings)
      throws IOException {
    String facts = "{\"facts\":" + decision.getJsonArray("facts") + "}";
    CheckedMessage checked =
        new MessageCheck()
            .check(
                ByteSource.of(decision.getString("message").getBytes(StandardCharsets.UTF_8)),
                FactsFile.read(new ByteArrayInputStream(facts.getBytes(StandardCharsets.UTF_8))),
                null,
                LocalDate.of(2026, 11, 23));
    Map<String, String> engine = new TreeMap<>();
    checked
        .findings()
        .forEach(
            finding ->
                engine.put(finding.requirement(), finding.verdict() + " " + finding.reason()));
    Map<String, String> portal = new TreeMap<>();
    findings.forEach(
        (requirement, finding) ->
            portal.put(
                requirement, finding.getString("verdict") + " " + finding.getString("reason")));
    assertThat(portal).isEqualTo(engine);
  }

  /** The page shows every duty, once, under the verdict of the check. */
  private static void agreesWithItsPage(String check, Map<String, JsonObject> findings)
      throws Exception {
    Map<String, String> shown = new TreeMap<>();
    String verdict = "";
    for (Element part :
        Jsoup.parse(OFFICER.page("compliance/checked.xhtml?id=" + check))
            .select("aside.findings > *")) {
      if (part.normalName().equals("h2")) {
        verdict = part.selectFirst(".chip").className().replace("chip ", "");
      } else {
        assertThat(shown.put(part.selectFirst("h3 a").text(), verdict)).isNull();
      }
    }
    Map<String, String> expected = new TreeMap<>();
    findings.forEach(
        (requirement, finding) -> {
          if (CanSpamRules.isDuty(requirement)) {
            expected.put(requirement, finding.getString("verdict"));
          }
        });
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void theWorkedDatesDivideMailThatIsAllowedFromMailThatIsNot() throws Exception {
    // Received, the tenth business day: law.md 1.10.
    String[][] dates = {
      {"2026-03-02", "2026-03-16"},
      {"2026-06-08", "2026-06-23"},
      {"2026-11-02", "2026-11-17"},
      {"2026-12-18", "2027-01-05"},
    };
    StringBuilder requests = new StringBuilder("email,received\n");
    StringBuilder sends = new StringBuilder("email,sent_at,timezone\n");
    for (String[] date : dates) {
      String address = "r" + date[0] + "@dates.example";
      requests.append(address + "," + date[0] + "T10:00:00\n");
      LocalDate next = LocalDate.parse(date[1]).plusDays(1);
      sends.append(address + "," + date[1] + "T23:59:59,America/New_York\n");
      sends.append(address + "," + next + "T00:00:00,America/New_York\n");
    }
    String audit =
        desk.prepared(
            Json.createObjectBuilder()
                .add("title", "Worked dates")
                .add("sender", "Acme")
                .add("senderZone", "America/New_York")
                .add("timesZone", "America/New_York")
                .add("requestsComplete", true)
                .add("consentsComplete", true)
                .build());
    desk.list(audit, "OPT_OUTS", requests.toString());
    desk.list(audit, "SENDS", sends.toString());
    JsonObject ended = desk.ended(audit);

    assertThat(ended.getJsonObject("tally").getInt("sendsInTime")).isEqualTo(4);
    List<JsonObject> found =
        OFFICER
            .read("/desk/audits/" + audit + "/findings")
            .getJsonArray("findings")
            .getValuesAs(JsonObject.class);
    assertThat(found)
        .extracting(
            f ->
                f.getString("requirement")
                    + " "
                    + f.getString("verdict")
                    + " "
                    + f.getString("address")
                    + " "
                    + f.getString("lastDay"))
        .containsExactly(
            "SUP-01 VIOLATED r2026-03-02@dates.example 2026-03-16",
            "SUP-01 VIOLATED r2026-06-08@dates.example 2026-06-23",
            "SUP-01 VIOLATED r2026-11-02@dates.example 2026-11-17",
            "SUP-01 VIOLATED r2026-12-18@dates.example 2027-01-05");
    String page = OFFICER.page("compliance/audit.xhtml?id=" + audit);
    for (String[] date : dates) {
      assertThat(page).contains("r" + date[0] + "@dates.example").contains(date[1]);
    }
  }
}
