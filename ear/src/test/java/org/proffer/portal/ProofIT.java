package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proffer.generator.RingMailbox;

/** The proof board through REST: facts from messages, what-if, gaps and their signature. */
class ProofIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private String caseId;
  private String count;
  private String indictment;
  private String message;
  private String witness;

  @BeforeEach
  void oneCountOneDefendantOneMailbox() throws Exception {
    prosecutor.logIn();
    caseId = prosecutor.openCase("United States v. Proved");
    add("parties", "{'name':'Ann Poe','role':'DEFENDANT'}");
    witness = add("parties", "{'name':'Will Witt','role':'WITNESS'}");
    indictment = add("instruments", "{'type':'INDICTMENT'}");
    count =
        add(
            "counts",
            "{'instrument':'" + indictment + "','statute':'18-1343','until':'2005-09-15'}");
    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    new RingMailbox(5, 3).writeMbox(mailbox);
    prosecutor.imported(caseId, "ring.mbox", mailbox.toByteArray());
    message =
        prosecutor
            .read("/cases/" + caseId + "/messages?limit=1")
            .getJsonArray("messages")
            .getJsonObject(0)
            .getString("id");
  }

  private String add(String plural, String content) throws Exception {
    HttpResponse<String> answer = post("/cases/" + caseId + "/" + plural, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private HttpResponse<String> post(String path, String content) throws Exception {
    return prosecutor.post(path, content.replace('\'', '"'));
  }

  private JsonObject board() throws Exception {
    return prosecutor.read("/cases/" + caseId + "/proof");
  }

  private List<String> supports() throws Exception {
    return board().getJsonArray("cells").stream()
        .map(JsonValue::asJsonObject)
        .map(c -> c.getString("support"))
        .toList();
  }

  private String element(int index) throws Exception {
    return board().getJsonArray("cells").getJsonObject(index).getString("element");
  }

  private String send(String element, String sentence) throws Exception {
    HttpResponse<String> sent =
        post(
            "/cases/" + caseId + "/proof",
            "{'fact':{'sentence':'%s','asOf':'2005-03-01','counts':['%s'],'elements':['%s']},'source':{'type':'PASSAGE','message':'%s','part':'1','offset':0,'length':5,'words':'Hello'}}"
                .formatted(sentence, count, element, message));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    return Api.json(sent.body()).getString("id");
  }

  @Test
  void anElementIsNothingThenThinThenSupportedAsItsProofGrows() throws Exception {
    assertThat(supports()).isNotEmpty().containsOnly("NOTHING");
    String element = element(0);
    String fact = send(element, "A scheme ran.");
    assertThat(supports().get(0)).isEqualTo("THIN_OR_CONTESTED");

    add(
        "sources",
        "{'fact':'%s','type':'WITNESS','witness':'%s','ground':2}".formatted(fact, witness));
    assertThat(supports().get(0)).isEqualTo("SUPPORTED");

    String other = send(element, "No scheme ran.");
    JsonObject record = prosecutor.read("/records/" + fact);
    String contested =
        record
            .getJsonObject("content")
            .toString()
            .replace("\"competing\":[]", "\"competing\":[\"" + other + "\"]");
    HttpResponse<String> put =
        prosecutor.send(
            prosecutor
                .request("/records/" + fact)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(contested)));
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(supports().get(0)).isEqualTo("THIN_OR_CONTESTED");
  }

  @Test
  void anEvidenceItemIsSentToProofFromItsCase() throws Exception {
    String item =
        prosecutor
            .read("/cases/" + caseId + "/evidence")
            .getJsonArray("evidence")
            .getJsonObject(0)
            .getString("id");
    String send = "proof/send.xhtml?item=" + item;
    assertThat(page("cases/case.xhtml?id=" + caseId)).contains(send);
    assertThat(page(send)).contains("evidence item 1", "Count 1");

    HttpResponse<String> sent =
        post(
            "/cases/" + caseId + "/proof",
            "{'fact':{'sentence':'A ring sent it.','asOf':'2005-03-01','counts':['%s'],'elements':['%s']},'source':{'type':'ITEM','item':'%s'}}"
                .formatted(count, element(0), item));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    assertThat(supports().get(0)).isEqualTo("THIN_OR_CONTESTED");
  }

  @Test
  void aDuplicateIsNotChosenAnyMoreButStaysWhereItWasChosen() throws Exception {
    String twice = add("parties", "{'name':'William Witt','role':'WITNESS'}");
    String fact = send(element(0), "A scheme ran.");
    String source =
        add("sources", "{'fact':'%s','type':'WITNESS','witness':'%s'}".formatted(fact, twice));
    String form = "records/edit.xhtml?case=" + caseId + "&kind=source";
    assertThat(page(form)).contains(witness, twice);

    add("merges", "{'kept':'%s','duplicate':'%s','reason':'One voice'}".formatted(witness, twice));
    assertThat(page(form)).contains(witness).doesNotContain(twice);
    assertThat(page("records/edit.xhtml?id=" + source)).contains(witness, twice);
  }

  @Test
  void theMessagePageShowsTheTabsOfItsCase() throws Exception {
    assertThat(page("messages/message.xhtml?id=" + message))
        .contains("proof/board.xhtml?case=" + caseId, "aria-label=\"Case\"");
  }

  private String page(String path) throws Exception {
    HttpResponse<String> page =
        prosecutor.send(HttpRequest.newBuilder(URI.create(portal.address() + path)));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  @Test
  void leavingOutTheOnlyMessageMakesTheCountFallAndItIsTheWayBack() throws Exception {
    List<String> elements =
        board().getJsonArray("cells").stream()
            .map(c -> c.asJsonObject().getString("element"))
            .toList();
    for (String element : elements) {
      send(element, "Proved: " + element);
    }
    assertThat(supports()).doesNotContain("NOTHING");

    HttpResponse<String> answer =
        post("/cases/" + caseId + "/proof/what-if", "{'leaveOut':['message:" + message + "']}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject whatIf = Api.json(answer.body());
    assertThat(whatIf.getJsonArray("fallenCounts")).hasSize(1);
    assertThat(whatIf.getJsonObject("repair").getJsonArray("choices").getJsonArray(0).getString(0))
        .isEqualTo("message:" + message);
    assertThat(supports()).as("a what-if changes nothing").doesNotContain("NOTHING");
  }

  @Test
  void gapsAreListedAndSignedByAnAttorneyOnly() throws Exception {
    List<String> gaps =
        prosecutor.read("/instruments/" + indictment + "/gaps").getJsonArray("gaps").stream()
            .map(JsonValue::toString)
            .toList();
    assertThat(gaps).isNotEmpty().allSatisfy(gap -> assertThat(gap).contains("D-1 Ann Poe"));

    assertThat(post("/instruments/" + indictment + "/gaps", "{'reason':''}").statusCode())
        .isEqualTo(422);
    Api paralegal = new Api(portal, "paralegal").logIn();
    post("/cases/" + caseId + "/members", "{'login':'paralegal'}");
    assertThat(
            paralegal
                .post("/instruments/" + indictment + "/gaps", "{\"reason\":\"I say so\"}")
                .statusCode())
        .isEqualTo(403);
    HttpResponse<String> signed =
        post("/instruments/" + indictment + "/gaps", "{'reason':'The lab report comes Monday.'}");
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
    assertThat(Api.json(signed.body()).getJsonObject("content").getJsonArray("gaps"))
        .hasSize(gaps.size());
  }

  @Test
  void whatIsNotOfTheCaseOrProvesNothingThereIsRefused() throws Exception {
    String elsewhere = prosecutor.openCase("United States v. Elsewhere");
    HttpResponse<String> foreign =
        prosecutor.post(
            "/cases/" + elsewhere + "/proof",
            ("{'fact':{'sentence':'x','asOf':'2005-03-01'},'source':{'type':'MESSAGE','message':'"
                    + message
                    + "'}}")
                .replace('\'', '"'));
    assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(422);
    assertThat(prosecutor.read("/cases/" + elsewhere + "/facts").getInt("total"))
        .as("nothing half-done stays")
        .isZero();
    assertThat(
            post(
                    "/cases/" + caseId + "/facts",
                    "{'sentence':'x','asOf':'2005-03-01','counts':['"
                        + count
                        + "'],'elements':['18-1037-a-3.header-falsified']}")
                .body())
        .contains("The elements");
  }

  private String proved(String fileName, String element) throws Exception {
    String item =
        Api.json(
                prosecutor
                    .send(
                        caseId,
                        fileName,
                        ("Subject: " + fileName + "\n\nb\n").getBytes(StandardCharsets.UTF_8))
                    .body())
            .getString("id");
    HttpResponse<String> sent =
        post(
            "/cases/" + caseId + "/proof",
            "{'fact':{'sentence':'So %s shows.','asOf':'2005-03-01','counts':['%s'],'elements':['%s']},'source':{'type':'ITEM','item':'%s'}}"
                .formatted(fileName, count, element, item));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    return item;
  }

  private void mark(String item, String mark, String login) throws Exception {
    HttpResponse<String> marked =
        post(
            "/evidence/" + item + "/marks",
            "{'mark':'%s','authority':'An order of the court'}".formatted(mark));
    assertThat(marked.statusCode()).as(marked.body()).isEqualTo(201);
    HttpResponse<String> disclosed =
        post(
            "/cases/" + caseId + "/disclosures",
            "{'mark':'%s','login':'%s','advisedOn':'2026-01-05'}".formatted(mark, login));
    assertThat(disclosed.statusCode()).as(disclosed.body()).isEqualTo(201);
  }

  private List<String> supports(Api who) throws Exception {
    return who.read("/cases/" + caseId + "/proof").getJsonArray("cells").stream()
        .map(JsonValue::asJsonObject)
        .map(c -> c.getString("support"))
        .limit(2)
        .toList();
  }

  @Test
  void twoWhoMissDifferentRecordsNeverShareABoard() throws Exception {
    Api paralegal = new Api(portal, "paralegal").logIn();
    Api supervisor = new Api(portal, "supervisor").logIn();
    post("/cases/" + caseId + "/members", "{'login':'paralegal','role':'PARALEGAL'}");
    post("/cases/" + caseId + "/members", "{'login':'supervisor','role':'SUPERVISOR'}");
    String one = proved("one.eml", element(0));
    String two = proved("two.eml", element(1));
    mark(one, "GRAND_JURY", "paralegal");
    mark(two, "PROTECTIVE_ORDER", "supervisor");

    for (int i = 0; i < 2; i++) {
      assertThat(supports(paralegal)).containsExactly("THIN_OR_CONTESTED", "NOTHING");
      assertThat(supports(supervisor)).containsExactly("NOTHING", "THIN_OR_CONTESTED");
    }
  }
}
