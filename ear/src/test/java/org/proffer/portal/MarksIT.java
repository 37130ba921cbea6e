package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marks reach what rests on marked evidence, as long as any of it is marked. */
class MarksIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");
  private final Api supervisor = new Api(portal, "supervisor");
  private String caseId;

  @BeforeEach
  void openCase() throws Exception {
    for (Api api : List.of(prosecutor, paralegal, supervisor)) {
      api.logIn();
    }
    caseId = prosecutor.openCase("United States v. Marked");
    for (String login : List.of("paralegal", "supervisor")) {
      made(prosecutor.post("/cases/" + caseId + "/members", "{\"login\":\"" + login + "\"}"));
    }
    for (String login : List.of("prosecutor", "supervisor")) {
      Api other = login.equals("prosecutor") ? supervisor : prosecutor; // nobody lists themselves
      made(
          other.post(
              "/cases/" + caseId + "/disclosures",
              "{\"mark\":\"GRAND_JURY\",\"login\":\""
                  + login
                  + "\",\"advisedOn\":\"2009-01-02\"}"));
    }
  }

  private static JsonObject made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    return answer.body().isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : Api.json(answer.body());
  }

  private String item(String words) throws Exception {
    byte[] message = ("Subject: " + words + "\n\nb\n").getBytes(StandardCharsets.UTF_8);
    return made(prosecutor.send(caseId, words + ".eml", message)).getString("id");
  }

  private String mark(String item) throws Exception {
    return made(prosecutor.post(
            "/evidence/" + item + "/marks",
            "{\"mark\":\"GRAND_JURY\",\"authority\":\"Fed. R. Crim. P. 6(e)\"}"))
        .getString("id");
  }

  private void lift(String mark) throws Exception {
    made(supervisor.post("/marks/" + mark + "/lift", "{\"under\":\"Order of 3 March 2009\"}"));
  }

  private String report() throws Exception {
    return made(prosecutor.post(
            "/cases/" + caseId + "/documents", "{\"template\":\"audit-report\"}"))
        .getString("id");
  }

  @Test
  void aDocumentIsMarkedUntilTheLastThingItRestsOnIsFree() throws Exception {
    String first = mark(item("first"));
    String second = mark(item("second"));
    String document = report();

    assertThat(paralegal.get("/documents/" + document).statusCode()).isEqualTo(404);
    lift(first);
    assertThat(paralegal.get("/documents/" + document).statusCode())
        .as("the second item is marked still")
        .isEqualTo(404);
    lift(second);
    assertThat(paralegal.get("/documents/" + document).statusCode()).isEqualTo(200);
  }

  @Test
  void aMarkReachesTheDocumentsMadeBeforeIt() throws Exception {
    String item = item("before");
    String document = report();
    assertThat(paralegal.get("/documents/" + document).statusCode()).isEqualTo(200);

    mark(item);

    assertThat(paralegal.get("/documents/" + document).statusCode()).isEqualTo(404);
    assertThat(paralegal.read("/cases/" + caseId + "/documents").getJsonArray("documents"))
        .isEmpty();
  }

  @Test
  void aDocumentDoesNotRestOnWhatCameAfterIt() throws Exception {
    item("before");
    String document = report();

    mark(item("after"));

    assertThat(paralegal.get("/documents/" + document).statusCode()).isEqualTo(200);
  }
}
