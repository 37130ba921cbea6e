package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The records of a case file through REST: added, edited without overwriting anybody, undone. */
class RecordsIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");

  @BeforeEach
  void logIn() throws Exception {
    prosecutor.logIn();
    paralegal.logIn();
  }

  private String caseOfBoth(String title) throws Exception {
    String caseId = prosecutor.openCase(title);
    assertThat(
            prosecutor
                .post("/cases/" + caseId + "/members", "{\"login\":\"paralegal\"}")
                .statusCode())
        .isEqualTo(204);
    return caseId;
  }

  private static JsonObject added(Api api, String caseId, String plural, String content)
      throws Exception {
    HttpResponse<String> answer = api.post("/cases/" + caseId + "/" + plural, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body());
  }

  private static HttpResponse<String> put(Api api, String id, String tag, String content)
      throws Exception {
    return api.send(
        api.request("/records/" + id)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString(content)));
  }

  @Test
  void defendantsAreNumberedInTheOrderTheyAreAdded() throws Exception {
    String caseId = caseOfBoth("United States v. Numbered");

    added(prosecutor, caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"DEFENDANT\"}");
    added(prosecutor, caseId, "parties", "{\"name\":\"Will Witt\",\"role\":\"WITNESS\"}");
    JsonObject second =
        added(prosecutor, caseId, "parties", "{\"name\":\"Bob Roe\",\"role\":\"DEFENDANT\"}");

    assertThat(second.getString("title")).isEqualTo("D-2 Bob Roe");
    JsonObject list = paralegal.read("/cases/" + caseId + "/parties");
    assertThat(list.getJsonArray("parties"))
        .extracting(p -> p.asJsonObject().getString("title"))
        .containsExactly("D-1 Ann Poe", "D-2 Bob Roe", "Will Witt");
  }

  @Test
  void whoComesSecondSeesBothVersionsAndNothingIsOverwritten() throws Exception {
    String caseId = caseOfBoth("United States v. Twice Edited");
    String id =
        added(prosecutor, caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\"}")
            .getString("id");

    assertThat(
            put(paralegal, id, "\"1\"", "{\"name\":\"Anne Poe\",\"role\":\"WITNESS\"}")
                .statusCode())
        .isEqualTo(200);
    HttpResponse<String> late =
        put(
            prosecutor,
            id,
            "\"1\"",
            "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\",\"description\":\"A neighbour\"}");

    assertThat(late.statusCode()).isEqualTo(412);
    JsonObject problem = Api.json(late.body());
    assertThat(problem.getString("type")).isEqualTo("urn:proffer:problem:edit-conflict");
    assertThat(problem.getJsonArray("differences"))
        .extracting(d -> d.asJsonObject().getString("name"))
        .containsExactly("name", "description");
    assertThat(problem.getJsonObject("current").getInt("version")).isEqualTo(2);
    assertThat(prosecutor.read("/records/" + id).getJsonObject("content").getString("name"))
        .isEqualTo("Anne Poe");
  }

  @Test
  void ofManyWhoWriteTheSameVersionAtOnceOneIsDone() throws Exception {
    String caseId = caseOfBoth("United States v. Raced");
    String id =
        added(prosecutor, caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\"}")
            .getString("id");
    int writers = 6;
    CountDownLatch together = new CountDownLatch(writers);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    java.util.List<Future<Integer>> answers = new java.util.ArrayList<>();
    for (int i = 0; i < writers; i++) {
      String content = "{\"name\":\"Ann Poe " + i + "\",\"role\":\"WITNESS\"}";
      answers.add(
          threads.submit(
              () -> {
                together.countDown();
                together.await();
                return put(prosecutor, id, "\"1\"", content).statusCode();
              }));
    }
    threads.shutdown();
    java.util.List<Integer> codes = new java.util.ArrayList<>();
    for (Future<Integer> answer : answers) {
      codes.add(answer.get());
    }

    assertThat(codes).containsOnly(200, 412).containsOnlyOnce(200);
    assertThat(prosecutor.read("/records/" + id).getInt("version")).isEqualTo(2);
  }

  @Test
  void anEditIsUndoneByANewVersionAndTheHistoryTellsAll() throws Exception {
    String caseId = caseOfBoth("United States v. Undone");
    String id =
        added(prosecutor, caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\"}")
            .getString("id");
    put(paralegal, id, "\"1\"", "{\"name\":\"Someone Else\",\"role\":\"WITNESS\"}");

    HttpResponse<String> restored =
        prosecutor.send(
            prosecutor
                .request("/records/" + id + "/restore")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"2\"")
                .POST(BodyPublishers.ofString("{\"version\":1}")));

    assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
    assertThat(Api.json(restored.body()).getJsonObject("content").getString("name"))
        .isEqualTo("Ann Poe");
    JsonObject history = prosecutor.read("/records/" + id + "/history");
    assertThat(history.getJsonArray("history"))
        .extracting(r -> r.asJsonObject().getString("by"))
        .containsExactly("prosecutor", "paralegal", "prosecutor");
    JsonObject second = history.getJsonArray("history").getJsonObject(1);
    assertThat(second.getJsonArray("changes").getJsonObject(0).getString("from"))
        .isEqualTo("Ann Poe");
  }

  @Test
  void removedIsKeptAndComesBack() throws Exception {
    String caseId = caseOfBoth("United States v. Removed");
    String id =
        added(prosecutor, caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\"}")
            .getString("id");

    HttpResponse<String> removed =
        prosecutor.send(prosecutor.request("/records/" + id).header("If-Match", "\"1\"").DELETE());

    assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);
    assertThat(prosecutor.read("/cases/" + caseId + "/parties").getInt("total")).isZero();
    assertThat(prosecutor.read("/records/" + id).getBoolean("removed")).isTrue();
    assertThat(
            put(prosecutor, id, "\"2\"", "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(prosecutor.read("/cases/" + caseId + "/parties").getInt("total")).isOne();
  }

  @Test
  void anEditWithoutItsVersionAndAFieldThatCannotBeUsedAreRefusedByName() throws Exception {
    String caseId = caseOfBoth("United States v. Refused");
    String id =
        added(prosecutor, caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\"}")
            .getString("id");

    HttpResponse<String> blind =
        prosecutor.send(
            prosecutor
                .request("/records/" + id)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"name\":\"X\",\"role\":\"WITNESS\"}")));
    assertThat(blind.statusCode()).isEqualTo(428);

    HttpResponse<String> wrong =
        put(prosecutor, id, "\"1\"", "{\"name\":\"X\",\"role\":\"JUROR\"}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Role").contains("JUROR").contains("DEFENDANT");

    HttpResponse<String> unknown = put(prosecutor, id, "\"1\"", "{\"name\":\"X\",\"hat\":\"red\"}");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("hat");
  }

  @Test
  void aMergedPartyIsNotReferredToAnewAndStaysWhereItWas() throws Exception {
    String caseId = caseOfBoth("United States v. Merged");
    String kept =
        added(prosecutor, caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\"}")
            .getString("id");
    String twice =
        added(prosecutor, caseId, "parties", "{\"name\":\"A. Poe\",\"role\":\"WITNESS\"}")
            .getString("id");
    String alias =
        added(
                prosecutor,
                caseId,
                "aliases",
                "{\"party\":\""
                    + twice
                    + "\",\"name\":\"annie\",\"type\":\"HANDLE\",\"source\":\"x\",\"certainty\":\"REPORTED\"}")
            .getString("id");
    added(
        prosecutor,
        caseId,
        "merges",
        "{\"kept\":\"" + kept + "\",\"duplicate\":\"" + twice + "\",\"reason\":\"One voice\"}");

    HttpResponse<String> refused =
        prosecutor.post(
            "/cases/" + caseId + "/aliases",
            "{\"party\":\""
                + twice
                + "\",\"name\":\"poe1\",\"type\":\"HANDLE\",\"source\":\"x\",\"certainty\":\"REPORTED\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("A. Poe").contains("merged");
    assertThat(
            put(
                    prosecutor,
                    alias,
                    "\"1\"",
                    "{\"party\":\""
                        + twice
                        + "\",\"name\":\"Annie\",\"type\":\"HANDLE\",\"source\":\"x\",\"certainty\":\"REPORTED\"}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void forOthersARecordDoesNotExist() throws Exception {
    String caseId = prosecutor.openCase("United States v. Walled");
    String id =
        added(prosecutor, caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"WITNESS\"}")
            .getString("id");

    assertThat(paralegal.get("/records/" + id).statusCode()).isEqualTo(404);
    assertThat(paralegal.get("/records/" + id + "/history").statusCode()).isEqualTo(404);
    assertThat(paralegal.get("/cases/" + caseId + "/parties").statusCode()).isEqualTo(404);
    assertThat(put(paralegal, id, "\"1\"", "{\"name\":\"X\",\"role\":\"WITNESS\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aKindThatDoesNotExistIsNotFound() throws Exception {
    String caseId = prosecutor.openCase("United States v. Kindless");
    assertThat(prosecutor.get("/cases/" + caseId + "/unicorns").statusCode()).isEqualTo(404);
    assertThat(prosecutor.read("/kinds").getJsonArray("kinds"))
        .extracting(k -> k.asJsonObject().getString("name"))
        .contains("party", "report");
  }

  /** Pages name the kinds they show; one that no page names could be neither seen nor added. */
  @Test
  void everyKindIsOfferedOnThePagesOfACase() throws Exception {
    String caseId = prosecutor.openCase("United States v. Offered");
    List<String> begunElsewhere = List.of("case", "paper");

    String page = prosecutor.page("cases/case.xhtml?id=" + caseId);

    assertThat(
            prosecutor.read("/kinds").getJsonArray("kinds").getValuesAs(JsonObject.class).stream()
                .map(kind -> kind.getString("name"))
                .filter(kind -> !begunElsewhere.contains(kind))
                .filter(kind -> !page.contains("&amp;kind=" + kind)))
        .as("kinds in no tab of CaseTab")
        .isEmpty();
  }

  /** An address of something else with the name of a kind would hide its records. */
  @Test
  void everyKindIsListedUnderItsName() throws Exception {
    String caseId = prosecutor.openCase("United States v. Listed");

    for (JsonObject kind :
        prosecutor.read("/kinds").getJsonArray("kinds").getValuesAs(JsonObject.class)) {
      String plural = kind.getString("plural");
      assertThat(prosecutor.read("/cases/" + caseId + "/" + plural)).containsKey(plural);
    }
  }
}
