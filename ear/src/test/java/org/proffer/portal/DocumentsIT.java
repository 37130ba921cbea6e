package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents of a case from the first draft to the docket, in the provisioned server. */
class DocumentsIT {
  private static final Portal PORTAL = Portal.running();
  private final Api prosecutor = new Api(PORTAL, "prosecutor");
  private final Api paralegal = new Api(PORTAL, "paralegal");

  @BeforeEach
  void logIn() throws Exception {
    prosecutor.logIn();
    paralegal.logIn();
  }

  private static JsonObject made(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Api.json(answer.body());
  }

  private String record(String caseId, String kind, String json) throws Exception {
    return made(prosecutor.post("/cases/" + caseId + "/" + kind, json)).getString("id");
  }

  /** A case with two defendants, a count of falsified headers, and one of wire fraud. */
  private record Charged(String id, String defendant, String instrument, String count) {}

  private Charged charged(String title) throws Exception {
    JsonObject opened =
        made(
            prosecutor.post(
                "/cases",
                "{\"court\":\"mied\",\"title\":\""
                    + title
                    + "\",\"status\":\"CHARGED\",\"docketNumber\":\"2:26-cr-2"
                    + (1000 + (int) (System.nanoTime() % 8999 + 8999) % 8999)
                    + "\",\"judge\":\"Jane Judge\"}"));
    String id = opened.getString("id");
    String defendant =
        record(
            id,
            "parties",
            "{\"name\":\"Alan Roe\",\"role\":\"DEFENDANT\",\"description\":\"of West Bloomfield, born 1970-05-04\",\"born\":\"1970-05-04\",\"certainty\":\"VERIFIED\"}");
    String instrument = record(id, "instruments", "{\"type\":\"INDICTMENT\"}");
    String count =
        record(
            id,
            "counts",
            "{\"instrument\":\""
                + instrument
                + "\",\"statute\":\"18-1037-a-3\",\"tier\":\"18-1037-a-3.GR-5A\",\"from\":\"2024-01-02\",\"until\":\"2025-09-30\",\"place\":\"the Eastern District of Michigan\",\"certainty\":\"VERIFIED\"}");
    return new Charged(id, defendant, instrument, count);
  }

  private JsonObject make(String caseId, String template, String subject) throws Exception {
    return made(
        prosecutor.post(
            "/cases/" + caseId + "/documents",
            "{\"template\":\"" + template + "\",\"subject\":\"" + subject + "\"}"));
  }

  private JsonObject draft(String id) throws Exception {
    return prosecutor.read("/documents/" + id + "/draft");
  }

  private static String missing(JsonObject draft) {
    return draft.getJsonArray("missing").toString();
  }

  /** Fills every blank and every required place. */
  private JsonObject fill(String id) throws Exception {
    JsonObject draft = draft(id);
    JsonObjectBuilder form = Json.createObjectBuilder();
    for (JsonValue field : draft.getJsonArray("fields")) {
      String key = field.asJsonObject().getString("key");
      form.add(key, "filled " + field.asJsonObject().getString("label"));
    }
    for (JsonValue place : draft.getJsonArray("places")) {
      form.add(place.asJsonObject().getString("key"), "Written by hand.\n\n1. first\n2. second");
    }
    return save(id, draft.getJsonObject("document").getInt("version"), form.build());
  }

  private JsonObject save(String id, int version, JsonObject form) throws Exception {
    return made(
        prosecutor.send(
            prosecutor
                .request("/documents/" + id + "/draft")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(BodyPublishers.ofString(form.toString()))));
  }

  private List<String> drift(String id) throws Exception {
    List<String> before = new ArrayList<>();
    prosecutor
        .read("/documents/" + id + "/drift")
        .getJsonArray("sentences")
        .forEach(s -> before.add(s.asJsonObject().getString("before")));
    return before;
  }

  private void edit(String record, String field, String value) throws Exception {
    JsonObject read = prosecutor.read("/records/" + record);
    JsonObject content =
        Json.createObjectBuilder(read.getJsonObject("content")).add(field, value).build();
    made(
        prosecutor.send(
            prosecutor
                .request("/records/" + record)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + read.getInt("version") + "\"")
                .PUT(BodyPublishers.ofString(content.toString()))));
  }

  @Test
  void anIndictmentGoesFromDraftToDocketAndSaysWhatIsNotTrueAnyMore() throws Exception {
    Charged of = charged("United States v. Roe, drafted");
    String id = make(of.id(), "indictment", of.instrument()).getString("id");
    assertThat(missing(draft(id))).contains("attorney who signs", "General allegations");
    assertThat(fill(id).getInt("version")).isEqualTo(2);
    assertThat(missing(draft(id))).isEqualTo("[]");

    made(prosecutor.post("/documents/" + id + "/review", ""));
    assertThat(paralegal.post("/documents/" + id + "/approval", "").statusCode()).isEqualTo(403);
    HttpResponse<String> unsupported = prosecutor.post("/documents/" + id + "/approval", "");
    assertThat(unsupported.statusCode()).isEqualTo(409);
    assertThat(unsupported.body()).contains("without proof");

    made(
        prosecutor.post(
            "/instruments/" + of.instrument() + "/gaps", "{\"reason\":\"Proof follows.\"}"));
    JsonObject approved = made(prosecutor.post("/documents/" + id + "/approval", ""));
    assertThat(approved.getString("status")).isEqualTo("APPROVED");
    assertThat(
            prosecutor
                .read("/documents/" + id + "/versions")
                .getJsonArray("versions")
                .getJsonObject(0)
                .getBoolean("conforms"))
        .isTrue();
    assertThat(drift(id)).isEmpty();

    made(
        prosecutor.post(
            "/documents/" + id + "/filing", "{\"on\":\"2026-11-30\",\"docketEntry\":\"ECF 1\"}"));
    edit(of.count(), "until", "2025-10-31");
    assertThat(drift(id))
        .hasSize(1)
        .allSatisfy(s -> assertThat(s).contains("September\u00a030, 2025"));
  }

  @Test
  void whoeverSavesOverANewerVersionIsTold() throws Exception {
    Charged of = charged("United States v. Roe, twice");
    String id = make(of.id(), "indictment", of.instrument()).getString("id");
    fill(id);
    HttpResponse<String> late =
        prosecutor.send(
            prosecutor
                .request("/documents/" + id + "/draft")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofString("{}")));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(
            prosecutor
                .read("/documents/" + id + "/comparison?from=1&to=2")
                .getJsonArray("sentences"))
        .isNotEmpty();
  }

  @Test
  void thePublicCopyHasTheYearOfABirthAlone() throws Exception {
    Charged of = charged("United States v. Roe, public");
    String id = make(of.id(), "indictment", of.instrument()).getString("id");
    fill(id);
    assertThat(draft(id).getJsonArray("redactions").toString()).contains("1970-05-04");
    HttpResponse<byte[]> copy = prosecutor.get("/documents/" + id + "/public");
    assertThat(copy.statusCode()).isEqualTo(200);
    assertThat(new String(copy.body(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-1.")
        .doesNotContain("1970-05-04");
    assertThat(prosecutor.get("/documents/" + id + "/word").body()).startsWith('P', 'K');
    assertThat(prosecutor.page("api/v1/documents/" + id + "/html"))
        .contains("THE GRAND JURY CHARGES")
        .contains("1970-05-04")
        .doesNotContain("<script");
  }

  @Test
  void everyDocumentIsMadeOfTheDemonstrationCase() throws Exception {
    String demonstration =
        prosecutor.read("/cases").getJsonArray("cases").stream()
            .map(JsonValue::asJsonObject)
            .filter(c -> c.getBoolean("demonstration"))
            .map(c -> c.getString("id"))
            .findFirst()
            .orElseThrow();
    long until = System.nanoTime() + 90_000_000_000L;
    while (prosecutor.read("/cases/" + demonstration + "/messages?limit=1").getInt("total") == 0
        && System.nanoTime() < until) {
      // It is loaded in the background of the first start.
      java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
    }
    JsonObject parties = prosecutor.read("/cases/" + demonstration + "/parties");
    String defendant = parties.getJsonArray("parties").getJsonObject(0).getString("id");
    String instrument =
        prosecutor
            .read("/cases/" + demonstration + "/instruments")
            .getJsonArray("instruments")
            .getJsonObject(0)
            .getString("id");
    String item =
        prosecutor
            .read("/cases/" + demonstration + "/evidence")
            .getJsonArray("evidence")
            .getJsonObject(0)
            .getString("id");
    String message =
        prosecutor
            .read("/cases/" + demonstration + "/messages?limit=1")
            .getJsonArray("messages")
            .getJsonObject(0)
            .getString("id");
    List<String> failed = new ArrayList<>();
    for (JsonValue one : prosecutor.read("/documents/kinds").getJsonArray("kinds")) {
      JsonObject kind = one.asJsonObject();
      String template = kind.getString("template");
      String subject =
          switch (kind.getString("subject")) {
            case "party" -> template.equals("victim-notice") ? null : defendant;
            case "instrument" -> instrument;
            case "evidence-item" -> item;
            case "message" -> message;
            default -> "";
          };
      if (subject == null) {
        continue;
      }
      JsonObject document = make(demonstration, template, subject);
      byte[] pdf = prosecutor.get("/documents/" + document.getString("id") + "/file").body();
      assertThat(new String(pdf, 0, 7, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-1.");
      String folder = System.getProperty("proffer.papers", "");
      if (!folder.isEmpty()) {
        Files.createDirectories(Path.of(folder));
        Files.write(Path.of(folder, template + ".pdf"), pdf);
      }
      if (document.getInt("pages") < 1) {
        failed.add(template);
      }
    }
    assertThat(failed).isEmpty();
  }

  @Test
  void aTemplateThatAsksForWhatTheModelHasNotIsNotKept() throws Exception {
    HttpResponse<String> wrong =
        prosecutor.post(
            "/document-templates/timeline-exhibit",
            "{\"body\":\"<p>{case.nothing}</p>\",\"note\":\"x\"}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("nothing");
    assertThat(
            prosecutor
                .post(
                    "/document-templates/timeline-exhibit",
                    "{\"body\":\"<script>x</script>\",\"note\":\"x\"}")
                .statusCode())
        .isEqualTo(422);
    assertThat(paralegal.get("/document-templates").statusCode()).isEqualTo(403);
    HttpResponse<String> hidden =
        prosecutor.post(
            "/document-templates/timeline-exhibit",
            "{\"body\":\"<p>a</p>\\n{#if case.sealed}{case.nothing}{/if}\",\"note\":\"x\"}");
    assertThat(hidden.statusCode()).isEqualTo(422);
    assertThat(hidden.body()).contains("Line 2: {case.nothing}", "it has ");
  }

  @Test
  void aPreviewStandsAtAnAddressOfItsOwnForWhoeverAskedForIt() throws Exception {
    HttpResponse<String> made =
        prosecutor.post(
            "/document-templates/timeline-exhibit/preview",
            "{\"body\":\"<p>{case.title}</p><script>x</script>\"}");
    String address = made.headers().firstValue("Content-Location").orElseThrow();
    HttpResponse<String> shown = prosecutor.pageAnswer(address.substring(1));
    assertThat(shown.body())
        .isEqualTo(made.body())
        .contains("United States")
        .doesNotContain("<script");
    assertThat(shown.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .satisfies(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "style-src 'unsafe-inline'", "sandbox")
                    .doesNotContain("allow-scripts"));
    Api supervisor = new Api(PORTAL, "supervisor").logIn();
    assertThat(supervisor.pageAnswer(address.substring(1)).statusCode()).isEqualTo(404);
    assertThat(
            prosecutor
                .read("/document-templates/timeline-exhibit")
                .getJsonArray("fields")
                .toString())
        .contains("\"timeline[].title\"", "\"counsel[].name\"", "\"case.title\"");
  }

  private static String plain(String words) {
    return words
        .replaceAll("&nbsp;|&#160;|\u00a0", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** Sentences of a document that drifted, by REST and by its page. */
  private List<String> drifted(String id) throws Exception {
    List<String> sentences = drift(id);
    String page = prosecutor.page("documents/document.xhtml?id=" + id);
    List<String> listed =
        java.util.regex.Pattern.compile("<del>(.*?)</del>")
            .matcher(page)
            .results()
            .map(found -> plain(found.group(1)))
            .toList();
    assertThat(listed).isEqualTo(sentences.stream().map(DocumentsIT::plain).toList());
    return sentences;
  }

  private String approved(String caseId, String template, String subject) throws Exception {
    String id = make(caseId, template, subject).getString("id");
    fill(id);
    made(prosecutor.post("/documents/" + id + "/review", ""));
    made(prosecutor.post("/documents/" + id + "/approval", ""));
    return id;
  }

  private void letter(String caseId, String words) throws Exception {
    String mail =
        "From: a@example.org\r\nTo: b@example.org\r\nDate: Wed, 2 Mar 2005 10:11:12 +0000\r\nSubject: "
            + words
            + "\r\n\r\nBuy now.\r\n";
    String item =
        made(prosecutor.send(caseId, words + ".eml", mail.getBytes(StandardCharsets.US_ASCII)))
            .getString("id");
    prosecutor.ended(
        made(prosecutor.post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + item + "\"}"))
            .getString("id"));
  }

  @Test
  void aDateACountAndATotalThatChangeAfterApprovalAreListedSentenceBySentence() throws Exception {
    Charged of = charged("United States v. Roe, drifting");
    letter(of.id(), "first");
    made(
        prosecutor.post(
            "/instruments/" + of.instrument() + "/gaps", "{\"reason\":\"Proof follows.\"}"));
    String indictment = approved(of.id(), "indictment", of.instrument());
    String summary = approved(of.id(), "message-summary", "");
    assertThat(drifted(indictment)).isEmpty();
    assertThat(drifted(summary)).isEmpty();

    edit(of.count(), "until", "2025-10-31");
    assertThat(drifted(indictment))
        .hasSize(1)
        .first()
        .asString()
        .contains("September\u00a030, 2025");
    assertThat(drifted(summary)).isEmpty();
    edit(of.count(), "until", "2025-09-30");
    assertThat(drifted(indictment)).isEmpty();

    edit(of.count(), "place", "the Western District of Michigan");
    assertThat(drifted(indictment))
        .hasSize(1)
        .first()
        .asString()
        .contains("the Eastern District of Michigan");
    edit(of.count(), "place", "the Eastern District of Michigan");

    letter(of.id(), "second");
    assertThat(drifted(indictment)).isEmpty();
    List<String> totals = drifted(summary);
    // The second item is a new row of the sources; the other three print what was counted.
    assertThat(totals.stream().map(DocumentsIT::plain))
        .containsExactlyInAnyOrder(
            "", "All messages 1", "that no requirement reaches 1", "read with named defects 1");
  }

  @Test
  void bundlesGoOnWithTheNumbersAndABrokenPaperTakesNone() throws Exception {
    Charged of = charged("United States v. Roe, bundled");
    String one = make(of.id(), "timeline-exhibit", "").getString("id");
    String two = make(of.id(), "exhibit-list", "").getString("id");
    String torn =
        made(prosecutor.send(
                of.id(), "torn.pdf", "%PDF-1.4 torn".getBytes(StandardCharsets.US_ASCII)))
            .getString("id");
    JsonObject first = bundle(of.id(), one, two);
    HttpResponse<String> broken =
        prosecutor.post("/cases/" + of.id() + "/bundles", bundling(one, torn));
    JsonObject second = bundle(of.id(), two);

    assertThat(broken.statusCode()).isEqualTo(409);
    assertThat(broken.body()).contains("Part 2", "torn.pdf");
    assertThat(first.getString("first")).isEqualTo("ROE-0000001");
    assertThat(first.getBoolean("conforms")).isTrue();
    assertThat(second.getString("first")).isEqualTo("ROE-000000" + (first.getInt("pages") + 1));
    assertThat(prosecutor.get("/bundles/" + first.getString("id") + "/file").statusCode())
        .isEqualTo(200);
  }

  private JsonObject bundle(String caseId, String... parts) throws Exception {
    return made(prosecutor.post("/cases/" + caseId + "/bundles", bundling(parts)));
  }

  private static String bundling(String... parts) {
    return "{\"title\":\"Trial exhibits\",\"prefix\":\"ROE\",\"parts\":[\""
        + String.join("\",\"", parts)
        + "\"]}";
  }

  @Test
  void noticesToAllVictimsAreMadeAtOnceEachByItself() throws Exception {
    Charged of = charged("United States v. Roe, noticed");
    for (int i = 0; i < 12; i++) {
      record(of.id(), "parties", "{\"name\":\"Victim " + i + "\",\"role\":\"VICTIM\"}");
    }
    String batch =
        made(prosecutor.post(
                "/cases/" + of.id() + "/document-batches", "{\"template\":\"victim-notice\"}"))
            .getString("id");
    long until = System.nanoTime() + 60_000_000_000L;
    JsonObject stands = prosecutor.read("/document-batches/" + batch);
    while (stands.getBoolean("running") && System.nanoTime() < until) {
      java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
      stands = prosecutor.read("/document-batches/" + batch);
    }
    assertThat(stands.getInt("made")).as(stands.toString()).isEqualTo(12);
    assertThat(stands.getJsonArray("failed")).isEmpty();
    assertThat(prosecutor.read("/cases/" + of.id() + "/documents").getJsonArray("documents"))
        .hasSize(12);
  }

  @Test
  void aHostileMessageBecomesAnExhibitWithItsOriginalWithin() throws Exception {
    Charged of = charged("United States v. Roe, hostile");
    String mail =
        "From: a@example.org\r\nTo: b@example.org\r\nDate: Wed, 2 Mar 2005 10:11:12 +0000\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
            + "<script>alert(1)</script><style>@import 'http://127.0.0.1:9/a.css'</style><img src='http://127.0.0.1:9/t.gif'><iframe src='file:///etc/passwd'></iframe><p>Buy now</p>";
    String item =
        made(prosecutor.send(of.id(), "hostile.eml", mail.getBytes(StandardCharsets.US_ASCII)))
            .getString("id");
    prosecutor.ended(
        made(prosecutor.post("/cases/" + of.id() + "/imports", "{\"evidenceId\":\"" + item + "\"}"))
            .getString("id"));
    JsonObject message =
        prosecutor
            .read("/cases/" + of.id() + "/messages")
            .getJsonArray("messages")
            .getJsonObject(0);
    String id = make(of.id(), "message-exhibit", message.getString("id")).getString("id");
    String html = prosecutor.page("api/v1/documents/" + id + "/html");

    assertThat(html)
        .contains("Buy now", message.getString("sha256"))
        .doesNotContain("<script", "<img", "<iframe", "root:");
    assertThat(
            new String(
                prosecutor.get("/documents/" + id + "/file").body(), StandardCharsets.ISO_8859_1))
        .contains(mail);
  }
}
