package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exhibits in lists and bundles, plans of bundles, and many documents at once. */
class BundlesIT {
  private static final Portal PORTAL = Portal.running();
  private final Api prosecutor = new Api(PORTAL, "prosecutor");
  private String caseId = "";

  @BeforeEach
  void aCase() throws Exception {
    prosecutor.logIn();
    caseId = prosecutor.openCase("United States v. Roe, bundled");
  }

  private static JsonObject made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : Api.json(answer.body());
  }

  private static String refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Api.json(answer.body()).getString("detail");
  }

  private String record(String kind, String json) throws Exception {
    return made(prosecutor.post("/cases/" + caseId + "/" + kind, json.replace('\'', '"')))
        .getString("id");
  }

  private String item(String fileName, byte[] bytes) throws Exception {
    return made(prosecutor.send(caseId, fileName, bytes)).getString("id");
  }

  private static byte[] letter(String subject) {
    return ("From: a@example.org\r\nTo: b@example.org\r\nSubject: "
            + subject
            + "\r\nDate: Wed, 2 Mar 2005 10:11:12 +0000\r\n\r\nBuy now.\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A PDF of the portal itself: the timeline as it stands. */
  private byte[] pdf() throws Exception {
    String document =
        made(prosecutor.post(
                "/cases/" + caseId + "/documents", "{\"template\":\"timeline-exhibit\"}"))
            .getString("id");
    return prosecutor.get("/documents/" + document + "/file").body();
  }

  private HttpResponse<String> bundle(String more, String... parts) throws Exception {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    List.of(parts).forEach(ids::add);
    return prosecutor.post(
        "/cases/" + caseId + "/bundles",
        ("{'title':'Trial exhibits','prefix':'ROE'" + more + ",'parts':").replace('\'', '"')
            + ids.build()
            + "}");
  }

  private static List<String> starts(JsonObject bundle) {
    return bundle.getJsonArray("parts").getValuesAs(JsonString.class).stream()
        .map(line -> line.getString().replaceAll(",.*", ""))
        .toList();
  }

  @Test
  void exhibitsAreListedAndBundledByNumberOrInTheOrderThatIsSet() throws Exception {
    String witness = record("parties", "{'name':'Wanda Witness','role':'WITNESS'}");
    String paper = item("ledger.pdf", pdf());
    String mail = item("letter.eml", letter("Hot stocks"));
    prosecutor.ended(
        made(prosecutor.post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + mail + "\"}"))
            .getString("id"));
    JsonObject message =
        prosecutor.read("/cases/" + caseId + "/messages").getJsonArray("messages").getJsonObject(0);
    String second =
        record(
            "exhibits",
            "{'series':'GOVERNMENT','number':2,'description':'The ledger','item':'"
                + paper
                + "','firstPage':1,'witness':'"
                + witness
                + "'}");
    String first =
        record(
            "exhibits",
            "{'series':'GOVERNMENT','number':1,'description':'The letter','message':'"
                + message.getString("id")
                + "'}");
    String mailbox =
        record(
            "exhibits",
            "{'series':'DEFENSE','number':1,'description':'The mailbox','item':'" + mail + "'}");

    String list =
        made(prosecutor.post("/cases/" + caseId + "/documents", "{\"template\":\"exhibit-list\"}"))
            .getString("id");
    assertThat(prosecutor.page("api/v1/documents/" + list + "/html").replaceAll("<[^>]*>", ""))
        .containsSubsequence(
            "GX-1",
            "The letter",
            "Message 1",
            message.getString("sha256"),
            "GX-2",
            "The ledger, page 1",
            "Sponsored by Wanda Witness",
            "ledger.pdf",
            "DX-1",
            "The mailbox",
            "letter.eml",
            "WITNESSES",
            "Wanda Witness",
            "GX-2");

    JsonObject set = made(bundle("", mailbox, second, first, list));
    assertThat(starts(set)).containsExactly("DX-1", "GX-2", "GX-1", "Paper 4");
    assertThat(set.getJsonArray("partIds").getValuesAs(JsonString::getString))
        .containsExactly(mailbox, second, first, list);
    JsonObject byNumber = made(bundle(",'order':'EXHIBITS'", list, mailbox, second, first));
    assertThat(starts(byNumber)).containsExactly("GX-1", "GX-2", "DX-1", "Paper 4");
    assertThat(byNumber.getString("first"))
        .isEqualTo(String.format("ROE-%07d", set.getInt("pages") + 1));
    assertThat(refused(bundle("", first, first), 422)).contains("twice");
    assertThat(refused(bundle(",'order':'ANY'", first), 422)).contains("no order “ANY”");
    assertThat(refused(bundle("", witness), 422)).contains("Part 1 is no document");
  }

  @Test
  void pagesThatAnItemDoesNotHaveAndBytesThatAreNotThoseReceivedStopTheBundle() throws Exception {
    String paper = item("ledger.pdf", pdf());
    String beyond =
        record(
            "exhibits",
            "{'series':'GOVERNMENT','description':'The ledger','item':'"
                + paper
                + "','firstPage':1,'lastPage':9}");
    assertThat(refused(bundle("", beyond), 409)).contains("Part 1", "it has 1 page");
    String mail = item("letter.eml", letter("Pages of a letter"));
    String pages =
        record(
            "exhibits",
            "{'series':'GOVERNMENT','description':'A letter','item':'" + mail + "','firstPage':1}");
    assertThat(refused(bundle("", pages), 409)).contains("has no pages");

    JsonObject held = prosecutor.read("/evidence/" + paper);
    String sha = held.getString("sha256");
    Path stored =
        PORTAL
            .home()
            .resolve("vault/sha256/" + sha.substring(0, 2) + "/" + sha.substring(2, 4) + "/" + sha);
    byte[] sound = Files.readAllBytes(stored);
    byte[] damaged = sound.clone();
    damaged[damaged.length / 2] ^= 1;
    Files.write(stored, damaged, StandardOpenOption.TRUNCATE_EXISTING);
    try {
      assertThat(refused(bundle("", paper), 409)).contains("was received with SHA-256 " + sha);
      assertThat(prosecutor.read("/cases/" + caseId + "/bundles").getJsonArray("bundles"))
          .isEmpty();
    } finally {
      Files.write(stored, sound, StandardOpenOption.TRUNCATE_EXISTING);
      made(prosecutor.post("/evidence/" + paper + "/fixity", ""));
    }
    assertThat(made(bundle("", paper)).getString("first")).isEqualTo("ROE-0000001");
  }

  @Test
  void aPlanKeepsItsOrderAndWhoeverWasFasterIsNotOverwritten() throws Exception {
    String one = item("one.eml", letter("One"));
    String two = item("two.eml", letter("Two"));
    JsonObject plan =
        made(
            prosecutor.post(
                "/cases/" + caseId + "/bundle-plans",
                "{\"title\":\"For trial\",\"prefix\":\"ROE\",\"parts\":[\""
                    + two
                    + "\",\""
                    + one
                    + "\"]}"));
    String id = plan.getString("id");
    assertThat(order(prosecutor.read("/bundle-plans/" + id))).containsExactly(two, one);
    assertThat(revise(id, 1, one, two).statusCode()).isEqualTo(200);
    assertThat(revise(id, 1, two, one).statusCode()).isEqualTo(412);
    assertThat(order(prosecutor.read("/bundle-plans/" + id))).containsExactly(one, two);
    assertThat(prosecutor.page("documents/bundle.xhtml?plan=" + id))
        .containsSubsequence("one.eml", "two.eml");
    Api stranger = new Api(PORTAL, "paralegal").logIn();
    assertThat(stranger.get("/bundle-plans/" + id).statusCode()).isEqualTo(404);
    assertThat(prosecutor.send(prosecutor.request("/bundle-plans/" + id).DELETE()).statusCode())
        .isEqualTo(204);
    assertThat(prosecutor.get("/bundle-plans/" + id).statusCode()).isEqualTo(404);
  }

  private static List<String> order(JsonObject plan) {
    return plan.getJsonArray("partIds").getValuesAs(JsonString::getString);
  }

  private HttpResponse<String> revise(String plan, int version, String... parts) throws Exception {
    return prosecutor.send(
        prosecutor
            .request("/bundle-plans/" + plan)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .PUT(
                BodyPublishers.ofString(
                    "{\"title\":\"For trial\",\"prefix\":\"ROE\",\"parts\":[\""
                        + String.join("\",\"", parts)
                        + "\"]}")));
  }

  @Test
  void aBatchMakesEachDocumentOnceHoweverOftenItIsGoneOnWith() throws Exception {
    for (int i = 0; i < 8; i++) {
      record("parties", "{'name':'Victim " + i + "','role':'VICTIM'}");
    }
    String batch =
        made(prosecutor.post(
                "/cases/" + caseId + "/document-batches", "{\"template\":\"victim-notice\"}"))
            .getString("id");
    JsonObject stands = made(prosecutor.post("/document-batches/" + batch + "/resume", ""));
    for (int i = 0; i < 300 && stands.getBoolean("running"); i++) {
      LockSupport.parkNanos(100_000_000);
      stands = prosecutor.read("/document-batches/" + batch);
    }
    assertThat(stands.getInt("made")).as(stands.toString()).isEqualTo(8);
    made(prosecutor.post("/document-batches/" + batch + "/resume", ""));
    Set<String> subjects = new HashSet<>();
    prosecutor
        .read("/cases/" + caseId + "/documents")
        .getJsonArray("documents")
        .forEach(d -> assertThat(subjects.add(d.asJsonObject().getString("subject"))).isTrue());
    assertThat(subjects).hasSize(8);
    int files = 0;
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(
                prosecutor.get("/document-batches/" + batch + "/file").body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getName()).matches("\\d{4}-victim-notice-.*\\.pdf");
        assertThat(new String(zip.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        files++;
      }
    }
    assertThat(files).isEqualTo(8);
  }
}
