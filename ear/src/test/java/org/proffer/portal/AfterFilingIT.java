package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of edits once the instrument is filed behind which a record stands, through REST.
 */
class AfterFilingIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private String caseId;
  private String indictment;
  private String count;
  private String fact;

  @BeforeEach
  void aDraftWithACountAndItsProof() throws Exception {
    prosecutor.logIn();
    caseId = prosecutor.openCase("United States v. Filed");
    add("parties", "{'name':'Ann Poe','role':'DEFENDANT'}");
    indictment = add("instruments", "{'type':'INDICTMENT'}");
    count =
        add(
            "counts",
            "{'instrument':'" + indictment + "','statute':'18-1343','until':'2005-09-15'}");
    fact =
        add(
            "facts",
            "{'sentence':'A scheme ran.','asOf':'2005-03-01','counts':['%s'],'elements':['18-1343.scheme']}"
                .formatted(count));
  }

  private String add(String plural, String content) throws Exception {
    HttpResponse<String> answer =
        prosecutor.post("/cases/" + caseId + "/" + plural, content.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private HttpResponse<String> set(String id, String field, String value, String why)
      throws Exception {
    JsonObject read = prosecutor.read("/records/" + id);
    return prosecutor.send(
        prosecutor
            .request("/records/" + id + "?note=" + URLEncoder.encode(why, StandardCharsets.UTF_8))
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + read.getInt("version") + "\"")
            .PUT(
                BodyPublishers.ofString(
                    Json.createObjectBuilder(read.getJsonObject("content"))
                        .add(field, value)
                        .build()
                        .toString())));
  }

  private HttpResponse<String> remove(String id, String why) throws Exception {
    return prosecutor.send(
        prosecutor
            .request("/records/" + id + "?note=" + why)
            .header("If-Match", "\"" + prosecutor.read("/records/" + id).getInt("version") + "\"")
            .DELETE());
  }

  private HttpResponse<String> undo(String id) throws Exception {
    return prosecutor.send(
        prosecutor
            .request("/records/" + id + "/restore")
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + prosecutor.read("/records/" + id).getInt("version") + "\"")
            .POST(BodyPublishers.ofString("{\"version\":1}")));
  }

  private void file() throws Exception {
    assertThat(set(indictment, "filed", "2007-12-20", "").statusCode()).isEqualTo(200);
  }

  @Test
  void whatStandsBehindADraftIsChangedAndUndoneFreely() throws Exception {
    assertThat(set(count, "place", "Oakland County", "").statusCode()).isEqualTo(200);
    assertThat(set(fact, "sentence", "A scheme ran on.", "").statusCode()).isEqualTo(200);

    assertThat(undo(count).statusCode()).isEqualTo(200);
    assertThat(undo(fact).statusCode()).isEqualTo(200);
    assertThat(prosecutor.read("/records/" + count).getBoolean("correctedAfterFiling")).isFalse();
  }

  @Test
  void afterFilingACountIsCorrectedWithAReasonAndShowsIt() throws Exception {
    file();
    HttpResponse<String> silent = set(count, "place", "Oakland County", " ");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("Indictment of 2007-12-20", "Say why");
    assertThat(prosecutor.read("/records/" + count).getInt("version")).isOne();

    assertThat(set(count, "place", "Oakland County", "The clerk's copy says so").statusCode())
        .isEqualTo(200);

    assertThat(prosecutor.read("/records/" + count).getBoolean("correctedAfterFiling")).isTrue();
    JsonObject newest =
        prosecutor.read("/records/" + count + "/history").getJsonArray("history").getJsonObject(0);
    assertThat(newest.getString("afterFiling")).isEqualTo("Indictment of 2007-12-20");
    assertThat(newest.getString("note")).isEqualTo("The clerk's copy says so");
    assertThat(prosecutor.page("charges/charges.xhtml?case=" + caseId))
        .contains("corrected after filing");
    assertThat(prosecutor.page("records/record.xhtml?id=" + count))
        .contains("corrected after filing", "The clerk's copy says so")
        .doesNotContain("Make it so again");
  }

  @Test
  void afterFilingNothingBehindTheInstrumentIsUndone() throws Exception {
    assertThat(set(fact, "sentence", "A scheme ran on.", "").statusCode()).isEqualTo(200);
    file();

    HttpResponse<String> undone = undo(fact);

    assertThat(undone.statusCode()).isEqualTo(422);
    assertThat(undone.body()).contains("Indictment of 2007-12-20", "not undone");
    assertThat(undo(indictment).statusCode()).isEqualTo(422);
  }

  @Test
  void proofOfAFiledCountAndWhatThatRestsOnIsNotRemovedSilently() throws Exception {
    String basis = add("facts", "{'sentence':'The books say so.','asOf':'2005-03-01'}");
    String agreed =
        add("sources", "{'fact':'%s','type':'STIPULATION','words':'Agreed.'}".formatted(basis));
    String rests =
        add("sources", "{'fact':'%s','type':'FACT','rests':'%s'}".formatted(fact, basis));
    String apart = add("facts", "{'sentence':'It rained.','asOf':'2005-03-01'}");
    file();

    assertThat(set(agreed, "words", "Agreed on both sides.", "").statusCode()).isEqualTo(422);
    assertThat(set(basis, "sentence", "The books say otherwise.", "").statusCode()).isEqualTo(422);
    assertThat(remove(rests, "").statusCode()).isEqualTo(422);
    assertThat(set(apart, "sentence", "It snowed.", "").statusCode())
        .as("no instrument rests on it")
        .isEqualTo(200);

    assertThat(remove(rests, "withdrawn").statusCode()).isEqualTo(204);
    assertThat(prosecutor.read("/records/" + rests).getBoolean("correctedAfterFiling")).isTrue();
    assertThat(set(basis, "sentence", "The books say otherwise.", "").statusCode())
        .as("nothing filed rests on it any more")
        .isEqualTo(200);
  }

  @Test
  void thatAFiledInstrumentWasUnsealedCorrectsNothing() throws Exception {
    file();

    assertThat(set(indictment, "unsealed", "2008-01-03", "").statusCode()).isEqualTo(200);
    assertThat(set(indictment, "unsealed", "2008-01-04", "").statusCode()).isEqualTo(422);
    assertThat(set(indictment, "filed", "2007-12-21", "").statusCode()).isEqualTo(422);
    assertThat(prosecutor.read("/records/" + indictment).getBoolean("correctedAfterFiling"))
        .isFalse();
  }

  @Test
  void aCorrectionAfterFilingGoesOutAndComesIn() throws Exception {
    file();
    set(count, "place", "Oakland County", "The clerk's copy says so");
    String file =
        new String(prosecutor.get("/cases/" + caseId + "/export").body(), StandardCharsets.UTF_8);
    assertThat(file).contains("\"afterFiling\":\"Indictment of 2007-12-20\"");

    HttpResponse<String> imported = prosecutor.post("/cases/import", file);

    assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
    assertThat(
            prosecutor
                .read("/cases/" + Api.json(imported.body()).getString("id") + "/counts")
                .getJsonArray("counts")
                .getJsonObject(0)
                .getBoolean("correctedAfterFiling"))
        .isTrue();
  }
}
