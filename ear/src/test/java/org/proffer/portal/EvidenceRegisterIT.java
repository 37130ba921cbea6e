package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of evidence through REST: described, handled, photographed, counted, destroyed. */
class EvidenceRegisterIT {
  private static final String LETTER =
      "From: a@example.org\r\nTo: b@example.org\r\nSubject: %s\r\n\r\nBuy now.\r\n";

  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");
  private final Api custodian = new Api(portal, "custodian");
  private final Api supervisor = new Api(portal, "supervisor");
  private String caseId = "";

  @BeforeEach
  void aCaseOfFour() throws Exception {
    for (Api api : List.of(prosecutor, paralegal, custodian, supervisor)) {
      api.logIn();
    }
    caseId = prosecutor.openCase("Register");
    for (String login : List.of("paralegal", "custodian", "supervisor")) {
      made(prosecutor.post("/cases/" + caseId + "/members", "{\"login\":\"" + login + "\"}"));
    }
  }

  private static JsonObject made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : Api.json(answer.body());
  }

  private static String refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Api.json(answer.body()).getString("detail");
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private String letter(String words) throws Exception {
    byte[] letter = LETTER.formatted(words).getBytes(StandardCharsets.US_ASCII);
    return made(paralegal.send(caseId, words + ".eml", letter)).getString("id");
  }

  private String thing(String title) throws Exception {
    return made(paralegal.post(
            "/cases/" + caseId + "/items",
            json(
                "{'title':'"
                    + title
                    + "','form':'THING','authority':'WARRANT','authorityNumber':'2:07-mj-30123',"
                    + "'authorityDate':'2007-09-12','place':'West Bloomfield'}")))
        .getString("id");
  }

  private HttpResponse<String> act(Api api, String item, String kind, String more)
      throws Exception {
    return api.post(
        "/evidence/" + item + "/acts", json("{'kind':'" + kind + "','how':'As told'" + more + "}"));
  }

  private List<String> kinds(String item) throws Exception {
    return prosecutor.read("/evidence/" + item + "/custody").getJsonArray("events").stream()
        .map(event -> event.asJsonObject().getString("kind"))
        .toList();
  }

  @Test
  void anItemIsDescribedWithoutOverwritingAnybodyAndKeepsItsHashes() throws Exception {
    String item = letter("described");
    JsonObject received = prosecutor.read("/evidence/" + item);
    assertThat(received.getString("form")).isEqualTo("FILE");
    assertThat(received.getString("sha3_256"))
        .isEqualTo(
            java.util.HexFormat.of()
                .formatHex(
                    java.security.MessageDigest.getInstance("SHA3-256")
                        .digest(
                            LETTER.formatted("described").getBytes(StandardCharsets.US_ASCII))));

    JsonObjectBuilder content = Json.createObjectBuilder(received.getJsonObject("description"));
    content.add("title", "Letter to the victims").add("authority", "CONSENT");
    String body = content.build().toString();
    assertThat(put(item, "\"1\"", body).statusCode()).isEqualTo(200);
    assertThat(put(item, "\"1\"", body.replace("victims", "others")).statusCode()).isEqualTo(412);
    assertThat(prosecutor.read("/evidence/" + item).getString("title"))
        .isEqualTo("Letter to the victims");
    assertThat(prosecutor.read("/records/" + item + "/history").getJsonArray("history")).hasSize(2);

    String copied = letter("copied");
    JsonObject copy = prosecutor.read("/evidence/" + copied).getJsonObject("description");
    assertThat(
            refused(
                put(
                    copied,
                    "\"1\"",
                    Json.createObjectBuilder(copy)
                        .add("nature", "DERIVATIVE")
                        .add("parent", item)
                        .build()
                        .toString()),
                422))
        .contains("names what it was made with");
    made(
        put(
            copied,
            "\"1\"",
            Json.createObjectBuilder(copy)
                .add("nature", "DERIVATIVE")
                .add("parent", item)
                .add("tool", "reader")
                .build()
                .toString()));
    made(
        prosecutor.post(
            "/evidence/" + item + "/marks",
            json("{'mark':'PROTECTIVE_ORDER','authority':'Order of 2 Jan 2009'}")));
    assertThat(paralegal.get("/evidence/" + copied).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> put(String id, String tag, String content) throws Exception {
    return prosecutor.send(
        prosecutor
            .request("/records/" + id)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString(content)));
  }

  @Test
  void whatDoesNotFitHowAnItemStandsIsRefused() throws Exception {
    String disk = thing("Disk");
    assertThat(refused(act(prosecutor, disk, "SEALED", ",'seal':'A-1'"), 409))
        .contains("is held by paralegal");
    assertThat(refused(act(paralegal, disk, "SEALED", ""), 422)).contains("is empty");
    assertThat(refused(act(paralegal, disk, "UNSEALED", ""), 409)).contains("is not sealed");
    made(act(paralegal, disk, "SEALED", ",'seal':'A-1'"));
    assertThat(refused(act(paralegal, disk, "SEALED", ",'seal':'A-2'"), 409)).contains("A-1");
    assertThat(refused(act(paralegal, disk, "OPENED", ""), 409)).contains("under seal A-1");
    assertThat(refused(act(paralegal, disk, "CHECKED_IN", ""), 409)).contains("is not out");
    made(act(paralegal, disk, "CHECKED_OUT", ",'to':'FBI laboratory','where':'Quantico'"));
    assertThat(refused(act(paralegal, disk, "CHECKED_OUT", ",'to':'another'"), 409))
        .contains("FBI laboratory");
    assertThat(
            refused(
                paralegal.post(
                    "/evidence/" + disk + "/transfers",
                    json("{'to':'custodian','reason':'Safe keeping'}")),
                409))
        .contains("is out");
    made(act(custodian, disk, "UNSEALED", ",'happened':'2026-01-02T03:04:05Z'"));
    assertThat(refused(act(custodian, disk, "OPENED", ",'happened':'2999-01-02T03:04:05Z'"), 422))
        .contains("is to come");
    made(act(custodian, disk, "CHECKED_IN", ",'shelf':'B 4'"));

    JsonObject now = prosecutor.read("/evidence/" + disk);
    assertThat(now.getString("shelf")).isEqualTo("B 4");
    assertThat(now.getString("outTo") + now.getString("seal")).isEmpty();
    assertThat(kinds(disk))
        .containsExactly("RECEIVED", "SEALED", "CHECKED_OUT", "UNSEALED", "CHECKED_IN");
    assertThat(prosecutor.read("/evidence/" + disk + "/custody").getJsonArray("events"))
        .extracting(e -> e.asJsonObject().getString("happened", ""))
        .containsExactly("", "", "", "2026-01-02T03:04:05Z", "");
    assertThat(prosecutor.get("/evidence/" + disk + "/raw").statusCode()).isEqualTo(409);
  }

  @Test
  void aStockCheckNamesWhatDiffers() throws Exception {
    String here = thing("Here");
    String moved = thing("Moved");
    thing("Missing");
    String out = thing("Out");
    for (String item : List.of(here, moved)) {
      made(act(paralegal, item, "MOVED", ",'shelf':'B 4'"));
    }
    made(act(paralegal, out, "CHECKED_OUT", ",'to':'FBI laboratory'"));
    String check = made(paralegal.post("/cases/" + caseId + "/stock-checks", "{}")).getString("id");
    assertThat(refused(paralegal.post("/cases/" + caseId + "/stock-checks", "{}"), 422))
        .contains("under way");
    String sightings = "/stock-checks/" + check + "/sightings";
    made(paralegal.post(sightings, json("{'item':'1'}")));
    made(
        paralegal.post(
            sightings,
            json(
                "{'item':'https://portal/evidence/item.xhtml?id="
                    + moved
                    + "','shelf':'C 1','seal':'X-9'}")));
    assertThat(refused(paralegal.post(sightings, json("{'item':'77'}")), 422))
        .contains("no item of this case");
    JsonObject ended = made(paralegal.post("/stock-checks/" + check + "/end", ""));

    assertThat(ended.getJsonArray("differences"))
        .extracting(
            d -> d.asJsonObject().getInt("number") + " " + d.asJsonObject().getString("kind"))
        .containsExactly("2 OTHER_PLACE", "2 OTHER_SEAL", "3 MISSING");
    assertThat(kinds(here)).containsExactly("RECEIVED", "MOVED", "COUNTED");
    assertThat(kinds(moved)).containsExactly("RECEIVED", "MOVED", "NOT_AS_LISTED");
    assertThat(kinds(out)).containsExactly("RECEIVED", "CHECKED_OUT");
    assertThat(refused(paralegal.post("/stock-checks/" + check + "/end", ""), 422))
        .contains("It ended");
  }

  @Test
  void aPhotographIsKeptAsItWasAndShownDrawnAnew() throws Exception {
    String disk = thing("Photographed");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(2_500, 100, BufferedImage.TYPE_INT_RGB), "png", png);
    String path = "/evidence/" + disk + "/photos?fileName=front.png&caption=";
    String photo = made(sent(path + "Front", png.toByteArray())).getString("id");

    assertThat(prosecutor.get("/photos/" + photo + "/file").body()).isEqualTo(png.toByteArray());
    BufferedImage shown =
        ImageIO.read(
            new java.io.ByteArrayInputStream(
                prosecutor.get("/photos/" + photo + "/picture").body()));
    assertThat(shown.getWidth()).isLessThanOrEqualTo(1_200);
    assertThat(refused(sent(path + "Front", "no picture".getBytes(StandardCharsets.US_ASCII)), 422))
        .contains("no known format");
    assertThat(refused(sent(path, png.toByteArray()), 422)).contains("caption");
  }

  private HttpResponse<String> sent(String path, byte[] bytes) throws Exception {
    return paralegal.send(
        paralegal
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void anItemIsDestroyedByTwoPeopleAfterATimeAndLeavesATombstone() throws Exception {
    String item = letter("doomed");
    made(paralegal.post("/cases/" + caseId + "/imports", json("{'evidenceId':'" + item + "'}")));
    for (int i = 0; i < 100 && messages() == 0; i++) {
      Thread.sleep(100);
    }
    String path = "/evidence/" + item + "/destruction";
    String sha = prosecutor.read("/evidence/" + item).getString("sha256");
    Path object =
        portal
            .home()
            .resolve("vault/sha256/" + sha.substring(0, 2) + "/" + sha.substring(2, 4) + "/" + sha);
    String asked = json("{'reason':'Return ordered','authority':'Order of 3 May 2010'}");

    assertThat(paralegal.post(path, asked).statusCode()).isEqualTo(403);
    assertThat(refused(custodian.post(path, "{}"), 422)).contains("characters");
    made(prosecutor.post("/evidence/" + item + "/hold", json("{'reason':'Appeal pending'}")));
    assertThat(refused(custodian.post(path, asked), 409)).contains("on hold: Appeal pending");
    assertThat(prosecutor.post("/evidence/" + item + "/release", asked).statusCode())
        .isEqualTo(403);
    made(supervisor.post("/evidence/" + item + "/release", json("{'reason':'Appeal decided'}")));
    String exhibit =
        made(prosecutor.post(
                "/cases/" + caseId + "/exhibits",
                json("{'series':'GOVERNMENT','description':'It','item':'" + item + "'}")))
            .getString("id");
    assertThat(refused(custodian.post(path, asked), 409)).contains("exhibits are made of it: 1");
    assertThat(
            prosecutor
                .send(
                    prosecutor.request("/records/" + exhibit).header("If-Match", "\"1\"").DELETE())
                .statusCode())
        .isEqualTo(204);
    made(custodian.post(path, asked));
    assertThat(refused(custodian.post(path + "/do", ""), 409)).contains("nobody approved");
    assertThat(custodian.post(path + "/approve", "").statusCode()).isEqualTo(403);
    made(supervisor.post(path + "/approve", ""));
    assertThat(refused(custodian.post(path + "/do", ""), 409)).contains("it can be done from");
    assertThat(Files.exists(object)).isTrue();
    PortalDatabase.change(
        "update proffer.destruction set not_before = now() - interval '1 second' where item_id = ?",
        item);
    made(custodian.post(path + "/do", ""));

    assertThat(Files.exists(object)).isFalse();
    assertThat(messages()).isZero();
    assertThat(prosecutor.get("/evidence/" + item + "/raw").statusCode()).isEqualTo(409);
    assertThat(prosecutor.read("/evidence/" + item).containsKey("destroyedAt")).isTrue();
    JsonObject last =
        prosecutor.read("/evidence/" + item + "/custody").getJsonArray("events").stream()
            .map(e -> e.asJsonObject())
            .reduce((a, b) -> b)
            .orElseThrow();
    assertThat(last.getString("kind")).isEqualTo("DISPOSED");
    assertThat(last.getString("before")).isEqualTo(sha);
    assertThat(last.containsKey("sha256")).isFalse();
    assertThat(last.getString("detail")).contains("custodian", "supervisor", sha);
    assertThat(refused(act(paralegal, item, "EXAMINED", ""), 409)).contains("was destroyed");
    assertThat(letter("doomed")).isNotEqualTo(item);
    assertThat(Files.exists(object)).isTrue();
  }

  @Test
  void bytesThatBelongToAnotherCaseAsWellStayForThat() throws Exception {
    String item = letter("shared");
    String other = prosecutor.openCase("Register: other");
    byte[] letter = LETTER.formatted("shared").getBytes(StandardCharsets.US_ASCII);
    String kept = made(prosecutor.send(other, "shared.eml", letter)).getString("id");
    String path = "/evidence/" + item + "/destruction";
    made(
        custodian.post(
            path, json("{'reason':'Return ordered','authority':'Order of 3 May 2010'}")));
    made(supervisor.post(path + "/approve", ""));
    PortalDatabase.change(
        "update proffer.destruction set not_before = now() - interval '1 second' where item_id = ?",
        item);
    made(custodian.post(path + "/do", ""));

    assertThat(prosecutor.get("/evidence/" + item + "/raw").statusCode()).isEqualTo(409);
    assertThat(prosecutor.get("/evidence/" + kept + "/raw").body()).isEqualTo(letter);
  }

  private int messages() throws Exception {
    return prosecutor.read("/cases/" + caseId + "/messages").getJsonArray("messages").size();
  }
}
