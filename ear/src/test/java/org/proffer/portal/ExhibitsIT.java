package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exhibits through REST: numbered, offered, ruled on, renumbered without losing a number. */
class ExhibitsIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private String caseId = "";
  private String item = "";

  @BeforeEach
  void aCaseWithAnItem() throws Exception {
    prosecutor.logIn();
    caseId = prosecutor.openCase("Exhibits");
    HttpResponse<String> sent =
        prosecutor.send(
            caseId,
            "letter.eml",
            "From: a@example.org\r\nSubject: Buy\r\n\r\nNow.\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    item = Api.json(sent.body()).getString("id");
  }

  private HttpResponse<String> add(String more) throws Exception {
    return prosecutor.post(
        "/cases/" + caseId + "/exhibits",
        ("{'series':'GOVERNMENT','description':'A letter'" + more + "}").replace('\'', '"'));
  }

  private JsonObject marked(String more) throws Exception {
    HttpResponse<String> answer = add(",'item':'" + item + "'" + more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body());
  }

  private String refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return Api.json(answer.body()).getString("detail");
  }

  private HttpResponse<String> write(JsonObject record, String... namesAndValues) throws Exception {
    jakarta.json.JsonObjectBuilder content =
        jakarta.json.Json.createObjectBuilder(record.getJsonObject("content"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1].matches("\\d+")) {
        content.add(namesAndValues[i], Integer.parseInt(namesAndValues[i + 1]));
      } else {
        content.add(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return prosecutor.send(
        prosecutor
            .request("/records/" + record.getString("id"))
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + record.getInt("version") + "\"")
            .PUT(BodyPublishers.ofString(content.build().toString())));
  }

  private JsonObject written(JsonObject record, String... namesAndValues) throws Exception {
    HttpResponse<String> answer = write(record, namesAndValues);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer.body());
  }

  @Test
  void exhibitsAreNumberedOneAfterTheOtherInTheirSeries() throws Exception {
    assertThat(marked("").getString("title")).isEqualTo("GX-1: A letter");
    assertThat(marked("").getString("title")).startsWith("GX-2");
    assertThat(marked(",'number':2,'letter':'A','firstPage':3,'lastPage':5").getString("title"))
        .startsWith("GX-2A");
    assertThat(
            Api.json(
                    prosecutor
                        .post(
                            "/cases/" + caseId + "/exhibits",
                            "{\"series\":\"DEFENSE\",\"description\":\"A letter\",\"item\":\""
                                + item
                                + "\"}")
                        .body())
                .getString("title"))
        .startsWith("DX-1");
    assertThat(prosecutor.read("/cases/" + caseId + "/exhibits").getJsonArray("exhibits"))
        .extracting(x -> x.asJsonObject().getString("title").replaceAll(":.*", ""))
        .containsExactly("GX-1", "GX-2", "GX-2A", "DX-1");
  }

  @Test
  void anExhibitIsOneThingAndItsPagesAreThoseOfAnItem() throws Exception {
    assertThat(refused(add(""))).contains("An exhibit is an item, pages of an item, or a message");
    assertThat(refused(add(",'item':'" + item + "','lastPage':2"))).contains("counted from 1");
    assertThat(refused(add(",'item':'" + item + "','firstPage':0"))).contains("counted from 1");
    assertThat(refused(add(",'item':'" + item + "','firstPage':3,'lastPage':2")))
        .contains("2 is before 3");
    marked(",'firstPage':1,'lastPage':1");
  }

  @Test
  void theCourtRulesOnWhatWasOffered() throws Exception {
    JsonObject exhibit = marked("");

    assertThat(refused(write(exhibit, "offeredOn", "2026-03-02"))).contains("by somebody");
    assertThat(
            refused(
                write(
                    exhibit,
                    "ruling",
                    "ADMITTED",
                    "ruledBy",
                    "Judge Poe",
                    "ruledOn",
                    "2026-03-02")))
        .contains("rules on what was offered");
    JsonObject offered = written(exhibit, "offeredBy", "AUSA Roe", "offeredOn", "2026-03-02");
    assertThat(
            refused(
                write(
                    offered,
                    "ruling",
                    "ADMITTED",
                    "ruledBy",
                    "Judge Poe",
                    "ruledOn",
                    "2026-03-01")))
        .contains("2026-03-01 is before it was offered");
    assertThat(
            refused(
                write(
                    offered,
                    "ruling",
                    "ADMITTED_FOR_A_PURPOSE",
                    "ruledBy",
                    "Judge Poe",
                    "ruledOn",
                    "2026-03-02")))
        .contains("needs what it is admitted for");
    JsonObject ruled =
        written(offered, "ruling", "ADMITTED", "ruledBy", "Judge Poe", "ruledOn", "2026-03-02");
    assertThat(
            prosecutor
                .send(
                    prosecutor
                        .request("/records/" + ruled.getString("id"))
                        .header("If-Match", "\"" + ruled.getInt("version") + "\"")
                        .DELETE())
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aNumberThatWasBeforeTheCourtIsNeverGivenToAnother() throws Exception {
    JsonObject first = marked("");
    JsonObject second = marked("");
    JsonObject offered = written(first, "offeredBy", "AUSA Roe", "offeredOn", "2026-03-02");

    assertThat(refused(write(second, "number", "1"))).contains("GX-1 is “A letter”");
    assertThat(refused(write(offered, "number", "7"))).contains("The court knows it as GX-1");
    JsonObject moved =
        written(offered, "number", "7", "renumberedBecause", "Joined with the bank records");
    assertThat(moved.getJsonObject("content").getJsonArray("formerly").getString(0))
        .isEqualTo("GX-1");
    assertThat(refused(write(second, "number", "1"))).contains("was before the court");
    JsonObject third = written(second, "number", "5");
    assertThat(third.getJsonObject("content").getJsonArray("formerly").getString(0))
        .isEqualTo("GX-2");
    assertThat(marked(",'number':2").getString("title")).startsWith("GX-2:");
    assertThat(marked("").getString("title")).startsWith("GX-8:");
  }
}
