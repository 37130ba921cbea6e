package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trends of the messages of a case through REST, in the provisioned server. */
class TrendsIT {
  private static final LocalDate EVENT = TrendMailbox.EVENT;
  private static final int DAYS = TrendMailbox.DAYS;
  private static final int BEFORE = TrendMailbox.BEFORE;
  private static final int AFTER = TrendMailbox.AFTER;

  private static final Portal PORTAL = Portal.running();
  private static final Api PARALEGAL = new Api(PORTAL, "paralegal");
  private static String caseId;

  @BeforeAll
  static void aMailbox() throws Exception {
    PARALEGAL.logIn();
    caseId = PARALEGAL.openCase("Trends");
    PARALEGAL.imported(caseId, "trap.mbox", TrendMailbox.bytes());
  }

  private static JsonObject trends(String parameters) throws Exception {
    return PARALEGAL.read("/cases/" + caseId + "/trends?" + parameters);
  }

  private static long found(String query) throws Exception {
    return PARALEGAL
        .read("/cases/" + caseId + "/messages/count?query=" + encoded(query))
        .getJsonNumber("count")
        .longValue();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return json.getJsonArray(name).stream().map(JsonValue::asJsonObject).toList();
  }

  private static long messages(JsonObject step) {
    return step.getJsonObject("count").getJsonNumber("messages").longValue();
  }

  @Test
  void theStepsAndTheUndatedMakeUpTheWhole() throws Exception {
    // 51 days of 6, less 3, and 50 of 2.
    long all = 48 * BEFORE + DAYS * AFTER;
    for (String step : List.of("day", "week", "month")) {
      JsonObject trend = trends("step=" + step);
      assertThat(trend.getInt("messagesOfCase")).isEqualTo(all);
      assertThat(trend.getString("step")).isEqualTo(step);
      assertThat(objects(trend, "steps").stream().mapToLong(TrendsIT::messages).sum())
          .isEqualTo(all);
    }
    JsonObject sent = trends("by=sent&step=day");
    assertThat(sent.getInt("undated")).as("the Received line stands in for the Date").isZero();
  }

  @Test
  void everyNumberIsThatOfTheMessagesItsQueryFinds() throws Exception {
    JsonObject trend = trends("step=month");
    for (JsonObject step : objects(trend, "steps")) {
      String days = "received:" + step.getString("from") + ".." + step.getString("until");
      assertThat(found(days)).isEqualTo(messages(step));
      JsonObject methods = step.getJsonObject("count").getJsonObject("methods");
      for (String method : methods.keySet()) {
        JsonObject count = methods.getJsonObject(method);
        String name = method.toLowerCase(Locale.ROOT);
        assertThat(found(days + " method:" + name)).isEqualTo(count.getInt("shown"));
        assertThat(found(days + " untold:" + name)).isEqualTo(count.getInt("untold"));
        assertThat(count.getInt("told") + count.getInt("untold")).isEqualTo(messages(step));
      }
      JsonObject purposes = step.getJsonObject("count").getJsonObject("purposes");
      for (String purpose : purposes.keySet()) {
        assertThat(found(days + " purpose:" + purpose.toLowerCase(Locale.ROOT)))
            .isEqualTo(purposes.getInt(purpose));
      }
    }
    for (String kind : List.of("campaign", "network")) {
      JsonObject groups = trend.getJsonObject(kind + "s");
      long grouped = 0;
      for (JsonObject group : objects(groups, "largest")) {
        long messages = group.getJsonNumber("messages").longValue();
        grouped += messages;
        assertThat(found(kind + ":\"" + group.getString("name") + "\"")).isEqualTo(messages);
      }
      assertThat(groups.getJsonNumber("grouped").longValue()).isGreaterThanOrEqualTo(grouped);
      assertThat(found(kind + ":none")).isEqualTo(groups.getInt("without"));
      assertThat(groups.getInt("grouped") + groups.getInt("without"))
          .isEqualTo(trend.getInt("messagesOfCase"));
    }
  }

  @Test
  void methodsCampaignsAndNetworksAreThoseThatWereWritten() throws Exception {
    JsonObject trend = trends("");
    // Half of the messages are from a line; they link to one domain.
    long half = 48 * 3 + DAYS;
    assertThat(
            trend
                .getJsonObject("whole")
                .getJsonObject("methods")
                .getJsonObject("END_USER_LINE")
                .getInt("shown"))
        .isEqualTo((int) half);
    assertThat(objects(trend.getJsonObject("campaigns"), "largest").get(0).getString("name"))
        .isEqualTo("roses.example");
    assertThat(
            objects(trend.getJsonObject("networks"), "largest").stream()
                .map(group -> group.getString("name")))
        .containsExactlyInAnyOrder("198.51.100.0/24", "203.0.113.0/24");
  }

  @Test
  void threeEmptyDaysAmongBusyOnesAreMarkedAsAGap() throws Exception {
    List<JsonObject> gaps = objects(trends(""), "gaps");

    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).getString("first")).isEqualTo(EVENT.minusDays(30).toString());
    assertThat(gaps.get(0).getString("last")).isEqualTo(EVENT.minusDays(28).toString());
  }

  private static JsonObject compared(String parameters) throws Exception {
    return objects(
            PARALEGAL.read("/cases/" + caseId + "/trends/comparison?" + parameters), "measures")
        .get(0);
  }

  @Test
  void aThirdOfTheMessagesADayIsToldWithAnInterval() throws Exception {
    JsonObject all = compared("event=" + EVENT + "&days=60");

    // 47 collected days before, 50 after: six and seven full weeks.
    assertThat(all.getJsonObject("before").getInt("collectedDays")).isEqualTo(42);
    assertThat(all.getJsonObject("after").getInt("collectedDays")).isEqualTo(49);
    JsonObject ratio = all.getJsonObject("ratio");
    assertThat(ratio.getJsonNumber("ratio").doubleValue()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(ratio.getJsonNumber("low").doubleValue()).isBetween(0.2, 0.33);
    assertThat(ratio.getJsonNumber("high").doubleValue()).isBetween(0.34, 0.5);
    String before =
        "received:" + all.getJsonObject("before").getString("from") + ".." + EVENT.minusDays(1);
    assertThat(found(before)).isEqualTo(all.getJsonObject("before").getInt("messages"));
  }

  @Test
  void atTheEdgeOfTheCollectionItCannotBeToldUnlessSomebodyVouches() throws Exception {
    LocalDate end = EVENT.plusDays(DAYS);

    JsonObject silent = compared("event=" + end);
    assertThat(silent.containsKey("ratio")).isFalse();
    assertThat(silent.getString("cannotBeTold")).contains("at the event itself");

    JsonObject vouched =
        compared(
            "event="
                + end
                + "&days=49&collectedFrom="
                + EVENT.minusDays(DAYS)
                + "&collectedUntil="
                + end.plusDays(60));
    assertThat(vouched.getJsonObject("ratio").getJsonNumber("ratio").doubleValue()).isZero();
    assertThat(vouched.getJsonObject("ratio").getJsonNumber("high").doubleValue())
        .isBetween(0.01, 0.1);
  }

  @Test
  void whatCannotBeAskedIsRefusedWithWhatToSend() throws Exception {
    String comparison = "/cases/" + caseId + "/trends/comparison?";
    for (String wrong :
        List.of(
            comparison + "event=soon",
            comparison,
            comparison + "event=2008-01-03&days=41",
            comparison + "event=2008-01-03&days=731",
            comparison + "event=2008-01-03&collectedFrom=2008-01-01",
            comparison + "event=2008-01-03&collectedFrom=2008-01-02&collectedUntil=2008-01-01",
            "/cases/" + caseId + "/trends?step=hour",
            "/cases/" + caseId + "/trends?by=chance",
            "/cases/" + caseId + "/trends?query=method%3Amagic")) {
      HttpResponse<byte[]> answer = PARALEGAL.get(wrong);
      assertThat(answer.statusCode()).as(wrong).isIn(400, 422);
    }
    assertThat(PARALEGAL.get(comparison + "event=2008-01-03&days=42").statusCode()).isEqualTo(200);
  }

  @Test
  void aQueryNarrowsWhatIsCountedButNotWhatWasCollected() throws Exception {
    JsonObject narrow = trends("query=" + encoded("subject:\"roses 5\""));

    assertThat(narrow.getJsonObject("whole").getInt("messages")).isEqualTo(48);
    assertThat(narrow.getInt("messagesOfCase")).isEqualTo(48 * BEFORE + DAYS * AFTER);
    assertThat(objects(narrow, "gaps")).hasSize(1);
    assertThat(objects(narrow, "sources").get(0).getString("last"))
        .isEqualTo(EVENT.plusDays(DAYS).toString());
  }

  @Test
  void theTableIsWhatTheTrendSays() throws Exception {
    HttpResponse<byte[]> csv = PARALEGAL.get("/cases/" + caseId + "/trends/table.csv?step=month");
    String[] lines = new String(csv.body(), StandardCharsets.UTF_8).split("\r\n", -1);

    assertThat(csv.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(lines[0]).startsWith("\"from (UTC)\",\"until (UTC)\",\"days\"");
    List<JsonObject> steps = objects(trends("step=month"), "steps");
    assertThat(lines).hasSize(steps.size() + 2);
    assertThat(lines[1])
        .startsWith(
            "\"2007-11-01\",\"2007-11-30\",\"30\",\""
                + steps.get(0).getInt("collectedDays")
                + "\",\""
                + messages(steps.get(0))
                + "\"");
  }

  @Test
  void whoIsNotOfTheCaseSeesNoTrend() throws Exception {
    Api officer = new Api(PORTAL, "compliance").logIn();
    for (String path : List.of("", "/table.csv", "/comparison?event=2008-01-03")) {
      assertThat(officer.get("/cases/" + caseId + "/trends" + path).statusCode()).isIn(403, 404);
    }
  }
}
