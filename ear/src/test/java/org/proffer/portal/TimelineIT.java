package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timelines, the calendar, and the calendar at a secret address, through REST. */
class TimelineIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");

  @BeforeEach
  void logIn() throws Exception {
    prosecutor.logIn();
    paralegal.logIn();
  }

  private String add(String caseId, String plural, String content) throws Exception {
    HttpResponse<String> answer = prosecutor.post("/cases/" + caseId + "/" + plural, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private static HttpResponse<String> asNobody(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  @Test
  void aMomentFallsOnTheDayOfTheDistrictAndTheTimelineIsInTheOrderOfTime() throws Exception {
    String caseId = prosecutor.openCase("United States v. Timed");
    String party = add(caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"DEFENDANT\"}");
    add(
        caseId,
        "hearings",
        "{\"type\":\"SENTENCING\",\"moment\":\"2009-11-24T02:30:00Z\",\"judge\":\"Hon. M. Battani\"}");
    add(
        caseId,
        "events",
        "{\"title\":\"First mailing\",\"lane\":\"CONDUCT\",\"day\":\"2004-01-17\",\"precision\":\"MONTH\",\"parties\":[\""
            + party
            + "\"],\"tags\":[\"mailing\"],\"source\":\"Exhibit 4\"}");

    JsonObject timeline = prosecutor.read("/cases/" + caseId + "/timeline");

    assertThat(timeline.getString("zone")).isEqualTo("America/Detroit");
    assertThat(timeline.getJsonArray("entries"))
        .extracting(e -> e.asJsonObject().getString("day"))
        .containsExactly("2004-01-01", "2009-11-23");
    assertThat(
            prosecutor
                .read("/cases/" + caseId + "/timeline?tag=mailing&person=" + party)
                .getJsonArray("entries"))
        .hasSize(1);
    assertThat(prosecutor.read("/cases/" + caseId + "/timeline?lane=COURT").getJsonArray("entries"))
        .hasSize(1);
    assertThat(
            new String(
                prosecutor.get("/cases/" + caseId + "/timeline/table.csv").body(),
                StandardCharsets.UTF_8))
        .contains("\"2009-11-23\",\"2009-11-24T02:30:00Z\",\"2009-11-23T21:30-05:00\",\"Moment\"")
        .contains("\"First mailing\"")
        .contains("\"D-1 Ann Poe\"");
    assertThat(paralegal.get("/cases/" + caseId + "/timeline").statusCode()).isEqualTo(404);
  }

  @Test
  void anEventCitesItsEvidenceAndIsHiddenWithIt() throws Exception {
    String caseId = prosecutor.openCase("United States v. Cited");
    prosecutor.post(
        "/cases/" + caseId + "/members", "{\"login\":\"paralegal\",\"role\":\"PARALEGAL\"}");
    String item =
        Api.json(
                prosecutor
                    .send(caseId, "trove.eml", "Subject: a\n\nb\n".getBytes(StandardCharsets.UTF_8))
                    .body())
            .getString("id");
    add(
        caseId,
        "events",
        "{\"title\":\"Found\",\"lane\":\"INVESTIGATION\",\"day\":\"2005-09-01\",\"item\":\""
            + item
            + "\"}");

    assertThat(
            prosecutor
                .read("/cases/" + caseId + "/timeline")
                .getJsonArray("entries")
                .getJsonObject(0)
                .getString("item"))
        .isEqualTo(item);
    assertThat(prosecutor.page("timeline/timeline.xhtml?case=" + caseId))
        .contains("/evidence/item.xhtml?id=" + item, "Item 1: ");
    assertThat(
            new String(
                prosecutor.get("/cases/" + caseId + "/timeline/table.csv").body(),
                StandardCharsets.UTF_8))
        .contains("\"Item 1: ");
    assertThat(paralegal.read("/cases/" + caseId + "/timeline").getJsonArray("entries")).hasSize(1);

    HttpResponse<String> marked =
        prosecutor.post(
            "/evidence/" + item + "/marks",
            "{\"mark\":\"GRAND_JURY\",\"authority\":\"Fed. R. Crim. P. 6(e)\"}");
    assertThat(marked.statusCode()).as(marked.body()).isEqualTo(201);
    assertThat(paralegal.read("/cases/" + caseId + "/timeline").getJsonArray("entries"))
        .as("what rests on marked evidence is marked")
        .isEmpty();
  }

  @Test
  void anEventSaysWhenAndAMomentGoesWithItsPrecision() throws Exception {
    String caseId = prosecutor.openCase("United States v. Undated");

    assertThat(
            prosecutor
                .post(
                    "/cases/" + caseId + "/events", "{\"title\":\"Sometime\",\"lane\":\"CONDUCT\"}")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            prosecutor
                .post(
                    "/cases/" + caseId + "/events",
                    "{\"title\":\"Then\",\"lane\":\"CONDUCT\",\"moment\":\"2004-01-01T10:00:00Z\",\"precision\":\"DAY\"}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aCalendarAtASecretAddressIsReadWithoutALoginUntilItIsRevoked() throws Exception {
    String caseId = prosecutor.openCase("United States v. Calendared");
    String sealed = prosecutor.openCase("United States v. Sealedly");
    for (String one : new String[] {caseId, sealed}) {
      add(one, "hearings", "{\"type\":\"PLEA\",\"moment\":\"2031-03-04T15:00:00Z\"}");
    }
    seal(sealed);

    assertThat(prosecutor.read("/calendar?month=2031-03").getJsonArray("entries")).hasSize(2);
    assertThat(paralegal.read("/calendar?month=2031-03").getJsonArray("entries")).isEmpty();

    String address = Api.json(prosecutor.post("/calendar/feed", "{}").body()).getString("address");
    HttpResponse<String> feed = asNobody(address);
    assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .contains("text/calendar");
    assertThat(feed.body()).contains("United States v. Calendared").doesNotContain("Sealedly");

    String next = Api.json(prosecutor.post("/calendar/feed", "{}").body()).getString("address");
    assertThat(asNobody(address).statusCode()).isEqualTo(404);
    assertThat(asNobody(next).statusCode()).isEqualTo(200);
    prosecutor.send(prosecutor.request("/calendar/feed").DELETE());
    assertThat(asNobody(next).statusCode()).isEqualTo(404);
    assertThat(
            PortalDatabase.count(
                "select count(*) from proffer.calendar_feed where cast(? as uuid) is not null",
                caseId))
        .isZero();
  }

  @Test
  void theSecretAddressIsNotKeptForARepeatedRequest() throws Exception {
    String key = java.util.UUID.randomUUID().toString();
    String first = feedAddress(key);
    String second = feedAddress(key);
    assertThat(second).isNotEqualTo(first);
    assertThat(asNobody(first).statusCode()).isEqualTo(404);
    assertThat(asNobody(second).statusCode()).isEqualTo(200);
    assertThat(
            PortalDatabase.count(
                "select count(*) from proffer.repeated_request where key = cast(? as text)", key))
        .isZero();
  }

  private String feedAddress(String key) throws Exception {
    HttpResponse<String> made =
        prosecutor.send(
            prosecutor
                .request("/calendar/feed")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{}")));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return Api.json(made.body()).getString("address");
  }

  private void seal(String caseId) throws Exception {
    JsonObject record = prosecutor.read("/records/" + caseId);
    String content =
        jakarta.json.Json.createObjectBuilder(record.getJsonObject("content"))
            .add("sealed", true)
            .build()
            .toString();
    HttpResponse<String> sealed =
        prosecutor.send(
            prosecutor
                .request("/records/" + caseId)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + record.getInt("version") + "\"")
                .PUT(BodyPublishers.ofString(content)));
    assertThat(sealed.statusCode()).as(sealed.body()).isEqualTo(200);
  }
}
