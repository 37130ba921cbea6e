package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Search, coding, batches and comments through REST, in the provisioned server. */
class MessageReviewIT {
  private static final String MAILBOX =
      """
      From a Wed Mar  2 10:11:12 2005
      Received: from pc.example.net (unknown [192.0.2.7]) by mx.example.org; Wed, 2 Mar 2005 10:11:12 +0000
      From: "Ann Smith" <ann.smith@mail.example.com>
      To: Bob <bob@example.org>, carol@office.example.org
      Date: Wed, 2 Mar 2005 10:11:12 +0000
      Subject: Cheap pills while they last
      Message-ID: <1@example.com>
      MIME-Version: 1.0
      Content-Type: text/html; charset=utf-8

      <p>Buy our <b>cheap</b> and tested pills at <a href="http://shop.example.net/buy/now?id=1">the shop</a>. We are running out.</p>

      From a Thu Mar  3 10:11:12 2005
      From: dora@example.net
      To: bob@example.org
      Date: Thu, 3 Mar 2005 10:11:12 +0000
      Subject: The minutes of the meeting
      Message-ID: <2@example.net>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/plain; charset=utf-8

      Attached is the invoice. Nothing here is cheap.
      --x
      Content-Type: application/pdf; name="Summer invoice.pdf"
      Content-Disposition: attachment; filename="Summer invoice.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0xLjQK
      --x--

      From a Fri Apr  1 10:11:12 2005
      From: ann.smith@mail.example.com
      To: erik@example.org
      Date: Fri, 1 Apr 2005 10:11:12 +0000
      Subject: Act now
      Message-ID: <3@example.com>

      Act now, the pills run.

      """
          .stripIndent();

  private final Portal portal = Portal.running();
  private final Api paralegal = new Api(portal, "paralegal");
  private String caseId;

  @BeforeEach
  void threeMessages() throws Exception {
    paralegal.logIn();
    caseId = paralegal.openCase("Message review");
    paralegal.imported(caseId, "three.mbox", MAILBOX.getBytes(StandardCharsets.UTF_8));
  }

  private JsonObject found(Api api, String query) throws Exception {
    return api.read(
        "/cases/" + caseId + "/review?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  /** The subjects' first words of what is found, oldest first. */
  private List<String> subjects(String query) throws Exception {
    return found(paralegal, query).getJsonArray("messages").stream()
        .map(m -> m.asJsonObject().getString("subject").split(" ")[0])
        .toList();
  }

  private String id(String query) throws Exception {
    return found(paralegal, query).getJsonArray("messages").getJsonObject(0).getString("id");
  }

  private String tag(String name) throws Exception {
    return paralegal.read("/cases/" + caseId + "/tags").getJsonArray("tags").stream()
        .map(jakarta.json.JsonValue::asJsonObject)
        .filter(tag -> tag.getString("name").equals(name))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private static JsonObject made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return Api.json(answer.body());
  }

  private JsonObject code(String message, String field, String... tags) throws Exception {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    for (String name : tags) {
      ids.add(tag(name));
    }
    return made(
        paralegal.post(
            "/messages/" + message + "/coding",
            Json.createObjectBuilder().add(field, ids).build().toString()));
  }

  private static List<String> names(JsonArray tags) {
    return tags.stream().map(tag -> tag.asJsonObject().getString("name")).toList();
  }

  @Test
  void everyFieldFindsItsMessagesAndNoOthers() throws Exception {
    assertThat(subjects("")).containsExactly("Cheap", "The", "Act");
    assertThat(subjects("cheap")).containsExactly("Cheap", "The");
    assertThat(subjects("cheap pills")).containsExactly("Cheap");
    assertThat(subjects("cheap -pills")).containsExactly("The");
    assertThat(subjects("invoice OR \"act now\"")).containsExactly("The", "Act");
    assertThat(subjects("\"tested pills\"")).containsExactly("Cheap");
    assertThat(subjects("\"pills tested\"")).isEmpty();
    assertThat(subjects("cheap w/3 pills")).containsExactly("Cheap");
    assertThat(subjects("pills w/2 buy")).isEmpty();
    assertThat(subjects("subject:cheap")).containsExactly("Cheap");
    assertThat(subjects("runni*")).as("stem of running").containsExactly("Cheap", "Act");
    assertThat(subjects("invoi*")).containsExactly("The");
    assertThat(subjects("from:smith")).containsExactly("Cheap", "Act");
    assertThat(subjects("from:example.com")).containsExactly("Cheap", "Act");
    assertThat(subjects("from:example.org")).isEmpty();
    assertThat(subjects("from:ann.smith@mail.example.com to:erik")).containsExactly("Act");
    assertThat(subjects("to:bob@example.org")).containsExactly("Cheap", "The");
    assertThat(subjects("to:office.example.org")).containsExactly("Cheap");
    assertThat(subjects("domain:example.net")).containsExactly("Cheap", "The");
    assertThat(subjects("url:example.net")).containsExactly("Cheap");
    assertThat(subjects("url:shop.example.net/buy*")).containsExactly("Cheap");
    assertThat(subjects("ip:192.0.2.7")).containsExactly("Cheap");
    assertThat(subjects("ip:192.0.3.*")).isEmpty();
    assertThat(subjects("attachment:invoice has:attachment")).containsExactly("The");
    assertThat(subjects("attachment:\"Summer invoice.pdf\"")).containsExactly("The");
    assertThat(subjects("id:3@example.com")).containsExactly("Act");
    assertThat(subjects("date:2005-03")).containsExactly("Cheap", "The");
    assertThat(subjects("after:2005-03-02 before:2005-04-01")).containsExactly("The");
    assertThat(subjects("date:2005-03-03..2005-04-01")).containsExactly("The", "Act");
    assertThat(subjects("item:1 outcome:quarantined")).isEmpty();
    JsonObject first = paralegal.read("/messages/" + id("cheap pills"));
    assertThat(subjects("hash:" + first.getString("sha256"))).containsExactly("Cheap");
    assertThat(subjects("requirement:DIS-03 OR NOT requirement:DIS-03")).hasSize(3);
  }

  @Test
  void aResultSaysWhatItCoversAndAQueryWhereItBreaks() throws Exception {
    JsonObject page =
        paralegal
            .read("/cases/" + caseId + "/messages?query=the%20pills")
            .getJsonObject("coverage");
    HttpResponse<byte[]> broken =
        paralegal.get("/cases/" + caseId + "/messages?query=cheap%20(pills");
    JsonObject said = Api.json(new String(broken.body(), StandardCharsets.UTF_8));

    assertThat(page.getString("words")).isEqualTo("Searched: all 3 messages.");
    assertThat(page.getBoolean("isComplete")).isTrue();
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(said.getString("type")).isEqualTo("urn:proffer:problem:query-not-understood");
    assertThat(said.getInt("position")).isEqualTo(7);
  }

  @Test
  void messagesOfBeforeAreSaidToBePartlySearchedUntilTheyAre() throws Exception {
    PortalDatabase.change(
        "update proffer.message set search_form = 1, search = to_tsvector('english', subject) where case_id = ?",
        caseId);

    assertThat(found(paralegal, "to:bob").getString("coverage")).contains("3 of them");
    long until = System.nanoTime() + 150_000_000_000L;
    while (!found(paralegal, "to:bob").getString("coverage").equals("Searched: all 3 messages.")) {
      assertThat(System.nanoTime()).as("indexed anew within the next rounds").isLessThan(until);
      Thread.sleep(500);
    }
    assertThat(subjects("to:bob")).containsExactly("Cheap", "The");
  }

  @Test
  void wordsLookedForAreMarkedInTheMessage() throws Exception {
    String message = id("cheap pills");
    String body =
        new String(
            paralegal.get("/messages/" + message + "/rendered?query=pill%20-nothing").body(),
            StandardCharsets.UTF_8);

    assertThat(body).contains("<mark class=\"hit\">pills</mark>").doesNotContain(">cheap</mark>");
  }

  @Test
  void aTagOfAGroupTakesTheOthersOffAndUndoBringsThemBack() throws Exception {
    String message = id("cheap pills");
    code(message, "set", "Relevant", "Key evidence");
    JsonObject changed = code(message, "set", "Not relevant");

    assertThat(names(changed.getJsonArray("tags"))).containsExactly("Not relevant", "Key evidence");
    assertThat(changed.getJsonArray("history")).hasSize(4);
    assertThat(subjects("tag:\"not relevant\"")).containsExactly("Cheap");
    assertThat(subjects("tag:relevant")).isEmpty();
    assertThat(subjects("coded:no")).containsExactly("The", "Act");
    assertThat(subjects("coded:paralegal")).containsExactly("Cheap");

    JsonObject undone = made(paralegal.post("/cases/" + caseId + "/coding/undo", "{}"));
    assertThat(undone.getString("messageId")).isEqualTo(message);
    assertThat(names(undone.getJsonArray("tags"))).containsExactly("Relevant", "Key evidence");
    made(paralegal.post("/cases/" + caseId + "/coding/undo", "{}"));
    assertThat(subjects("coded:no")).hasSize(3);
    assertThat(paralegal.post("/cases/" + caseId + "/coding/undo", "{}").statusCode())
        .as("nothing is left to undo")
        .isEqualTo(409);
    assertThat(paralegal.read("/messages/" + message + "/coding").getJsonArray("history"))
        .as("every change is kept")
        .hasSize(8);
  }

  @Test
  void manyAreCodedOnlyWithTheirNumberAndTakenBackExceptWhereSomebodyCodedSince() throws Exception {
    String relevant = tag("Relevant");
    String act =
        "{\"query\":\"from:smith\",\"set\":[\"%s\"],\"confirmed\":\"%s\",\"reason\":\"One sender.\"}";
    assertThat(
            paralegal.read("/cases/" + caseId + "/coding/preview?query=from:smith").getInt("count"))
        .isEqualTo(2);
    HttpResponse<String> wrong =
        paralegal.post("/cases/" + caseId + "/coding", act.formatted(relevant, "3"));
    assertThat(wrong.statusCode()).isEqualTo(409);
    assertThat(wrong.body()).contains("2 messages match now");
    assertThat(subjects("coded:yes")).as("nothing of it remains").isEmpty();

    JsonObject done =
        made(paralegal.post("/cases/" + caseId + "/coding", act.formatted(relevant, "2")));
    assertThat(done.getInt("changes")).isEqualTo(2);
    assertThat(subjects("tag:relevant")).containsExactly("Cheap", "Act");
    code(id("subject:cheap"), "set", "Unsure");

    JsonObject undone = made(paralegal.post("/coding/" + done.getString("id") + "/undo", "{}"));
    assertThat(undone.getInt("changes")).isEqualTo(1);
    assertThat(undone.getInt("passed")).isEqualTo(1);
    assertThat(subjects("coded:yes")).containsExactly("Cheap");
    assertThat(paralegal.post("/coding/" + done.getString("id") + "/undo", "{}").statusCode())
        .isEqualTo(409);
    assertThat(paralegal.post("/coding/" + undone.getString("id") + "/undo", "{}").statusCode())
        .as("an undo is not undone")
        .isEqualTo(409);
    assertThat(paralegal.read("/cases/" + caseId + "/coding").getJsonArray("acts")).hasSize(2);
  }

  @Test
  void aMessageIsNewToEachReviewerUntilThatOneOpensIt() throws Exception {
    made(paralegal.post("/cases/" + caseId + "/members", "{\"login\":\"prosecutor\"}"), 403);
    PortalDatabase.run(
        "insert into proffer.case_member (case_id, login, role, added_at, added_by) values ('%s', 'prosecutor', 'OTHER', now(), 'paralegal')"
            .formatted(caseId));
    Api prosecutor = new Api(portal, "prosecutor").logIn();
    assertThat(paralegal.post("/messages/" + id("") + "/seen", "{}").statusCode()).isEqualTo(204);

    assertThat(found(paralegal, "seen:no").getInt("total")).isEqualTo(2);
    assertThat(found(prosecutor, "seen:no").getInt("total")).isEqualTo(3);
    assertThat(
            found(paralegal, "").getJsonArray("messages").stream()
                .map(m -> m.asJsonObject().getBoolean("seen")))
        .containsExactly(true, false, false);
  }

  private static void made(HttpResponse<String> answer, int expected) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
  }

  @Test
  void aBatchIsWithOneReviewerAndAMessageInOneBatch() throws Exception {
    PortalDatabase.run(
        "insert into proffer.case_member (case_id, login, role, added_at, added_by) values ('%s', 'prosecutor', 'OTHER', now(), 'paralegal')"
            .formatted(caseId));
    Api prosecutor = new Api(portal, "prosecutor").logIn();
    JsonArray batches =
        made(paralegal.post("/cases/" + caseId + "/batches", "{\"query\":\"\",\"size\":2}"))
            .getJsonArray("batches");
    assertThat(batches.stream().map(b -> b.asJsonObject().getInt("size"))).containsExactly(2, 1);
    assertThat(paralegal.post("/cases/" + caseId + "/batches", "{\"size\":2}").statusCode())
        .as("every message is in one")
        .isEqualTo(409);
    String first = "/batches/" + batches.getJsonObject(0).getString("id");

    assertThat(made(paralegal.post(first + "/check-out", "{}")).getString("reviewer"))
        .isEqualTo("paralegal");
    made(prosecutor.post(first + "/check-out", "{}"), 409);
    made(prosecutor.post(first + "/give-back", "{}"), 409);
    assertThat(subjects("batch:1")).containsExactly("Cheap", "The");
    code(id("batch:1"), "set", "Relevant");
    made(paralegal.post(first + "/give-back", "{}"));
    made(prosecutor.post(first + "/check-out", "{}"));
    JsonObject finished = made(prosecutor.post(first + "/finish", "{}"));
    assertThat(finished.getString("state")).isEqualTo("Finished");
    assertThat(finished.getInt("coded")).isEqualTo(1);
    made(paralegal.post(first + "/check-out", "{}"), 409);
  }

  @Test
  void aCommentKeepsTheWordsOfTheMessageAndTheirPlace() throws Exception {
    String message = id("invoice");
    JsonObject made =
        made(
            paralegal.post(
                "/messages/" + message + "/comments",
                "{\"part\":\"1\",\"offset\":16,\"length\":7,\"inCharacters\":true,\"body\":\"Which one?\"}"));

    assertThat(made.getString("words")).isEqualTo("invoice");
    assertThat(made.getInt("offset")).isEqualTo(16);
    assertThat(subjects("has:comment")).containsExactly("The");
    made(
        paralegal.post(
            "/messages/" + message + "/comments",
            "{\"part\":\"1\",\"offset\":9000,\"length\":7,\"body\":\"x\"}"),
        422);
    assertThat(paralegal.page("messages/comments.xhtml?case=" + caseId))
        .contains("Which one?", "“invoice”");
    assertThat(
            paralegal
                .send(paralegal.request("/comments/" + made.getString("id")).DELETE())
                .statusCode())
        .isEqualTo(204);
    assertThat(subjects("has:comment")).isEmpty();
  }

  @Test
  void chartsCountTheRowsTheyOpen() throws Exception {
    JsonObject figures = paralegal.read("/cases/" + caseId + "/messages/figures");

    assertThat(figures.getInt("messages")).isEqualTo(3);
    for (var each : figures.getJsonArray("times")) {
      JsonObject step = each.asJsonObject();
      assertThat(subjects("date:" + step.getString("from") + ".." + step.getString("until")))
          .hasSize(step.getInt("messages"));
    }
    for (var each : figures.getJsonArray("domains")) {
      assertThat(subjects("from:@" + each.asJsonObject().getString("name")))
          .hasSize(each.asJsonObject().getInt("messages"));
    }
    for (var each : figures.getJsonArray("verdicts")) {
      assertThat(subjects("verdict:" + each.asJsonObject().getString("name")))
          .hasSize(each.asJsonObject().getInt("messages"));
    }
  }

  @Test
  void aSavedSearchIsReadBeforeItIsKeptAndSharedOnlyWhenSaidSo() throws Exception {
    PortalDatabase.run(
        "insert into proffer.case_member (case_id, login, role, added_at, added_by) values ('%s', 'prosecutor', 'OTHER', now(), 'paralegal')"
            .formatted(caseId));
    Api prosecutor = new Api(portal, "prosecutor").logIn();
    String path = "/cases/" + caseId + "/searches";
    made(paralegal.post(path, "{\"name\":\"x\",\"query\":\"(\"}"), 422);
    made(paralegal.post(path, "{\"name\":\"Mine\",\"query\":\"cheap\"}"));
    made(paralegal.post(path, "{\"name\":\"Ours\",\"query\":\"pills\",\"shared\":true}"));

    assertThat(paralegal.read(path).getJsonArray("searches")).hasSize(2);
    assertThat(prosecutor.read(path).getJsonArray("searches")).hasSize(1);
  }
}
