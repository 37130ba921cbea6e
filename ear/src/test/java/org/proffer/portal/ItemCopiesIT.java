package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Working copies and derivatives of items: numbered, in custody, never counted twice. */
class ItemCopiesIT {
  private static final byte[] LETTER =
      "From: a@example.org\r\nSubject: copy\r\n\r\nBuy now.\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private String caseId = "";
  private String item = "";

  @BeforeEach
  void anItem() throws Exception {
    prosecutor.logIn();
    caseId = prosecutor.openCase("Copies");
    item = made(prosecutor.send(caseId, "letter.eml", LETTER)).getString("id");
  }

  private static JsonObject made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body());
  }

  private HttpResponse<String> copied(String of, String purpose) throws Exception {
    return prosecutor.post("/evidence/" + of + "/copies", "{\"purpose\":\"" + purpose + "\"}");
  }

  private HttpResponse<String> derived(String of, String query, String bytes) throws Exception {
    return prosecutor.send(
        prosecutor
            .request("/evidence/" + of + "/derivatives?" + query)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofString(bytes)));
  }

  private List<String> kinds(String of) throws Exception {
    return prosecutor.read("/evidence/" + of + "/custody").getJsonArray("events").stream()
        .map(event -> event.asJsonObject().getString("kind"))
        .toList();
  }

  @Test
  void aWorkingCopyIsTheSameBytesUnderItsOwnNumberAndCustody() throws Exception {
    JsonObject copy = made(copied(item, "Look through it in a mail client."));

    assertThat(copy.getInt("number")).isEqualTo(2);
    assertThat(copy.getString("copyOf")).isEqualTo(item);
    String id = copy.getString("id");
    assertThat(prosecutor.get("/evidence/" + id + "/raw").body()).isEqualTo(LETTER);
    assertThat(kinds(item)).containsExactly("RECEIVED", "VERIFIED", "COPIED");
    assertThat(kinds(id)).containsExactly("RECEIVED", "COPIED");
    assertThat(prosecutor.read("/evidence/" + id + "/custody").toString())
        .contains("Made as a working copy of item 1")
        .contains("Look through it in a mail client.");
    JsonArray listed = prosecutor.read("/evidence/" + item + "/copies").getJsonArray("copies");
    assertThat(listed).hasSize(1);
    assertThat(listed.getJsonObject(0).getString("nature")).isEqualTo("WORKING_COPY");
    assertThat(listed.getJsonObject(0).getString("how"))
        .isEqualTo("Look through it in a mail client.");
    assertThat(prosecutor.page("evidence/item.xhtml?id=" + item))
        .contains("Copies and derivatives")
        .contains("Working copy of item 1: letter.eml");
    assertThat(prosecutor.page("evidence/item.xhtml?id=" + id)).contains("A working copy: ");
  }

  @Test
  void theMessagesOfAWorkingCopyAreNotCountedASecondTime() throws Exception {
    String copy = made(copied(item, "Examination.")).getString("id");
    HttpResponse<String> refused =
        prosecutor.post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + copy + "\"}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("counted twice").contains("Import item 1.");
    assertThat(prosecutor.send(caseId, "again.eml", LETTER).statusCode()).isEqualTo(409);
  }

  @Test
  void aCopyWithoutAPurposeOrADerivativeWithoutAToolIsRefused() throws Exception {
    assertThat(copied(item, " ").statusCode()).isEqualTo(422);
    assertThat(derived(item, "fileName=a.txt", "text").body()).contains("Name the tool");
    assertThat(
            derived(item, "fileName=a.eml&tool=cp", new String(LETTER, StandardCharsets.US_ASCII))
                .body())
        .contains("the bytes of item 1 itself");
    assertThat(prosecutor.read("/evidence/" + item + "/copies").getJsonArray("copies")).isEmpty();
  }

  @Test
  void aDerivativeNamesWhatItWasMadeFromAndWith() throws Exception {
    JsonObject text =
        made(
            derived(
                item,
                "fileName=letter.txt&tool=munpack&toolVersion=1.6&parameters=-t%20letter.eml",
                "Buy now."));
    String id = text.getString("id");

    assertThat(text.containsKey("copyOf")).isFalse();
    JsonObject described = prosecutor.read("/evidence/" + id).getJsonObject("description");
    assertThat(described.getString("nature")).isEqualTo("DERIVATIVE");
    assertThat(described.getString("parent")).isEqualTo(item);
    assertThat(described.getString("parameters")).isEqualTo("-t letter.eml");
    assertThat(prosecutor.read("/evidence/" + id + "/custody").toString())
        .contains("Made from item 1, “letter.eml”, with munpack 1.6, parameters: -t letter.eml");
    assertThat(prosecutor.page("evidence/item.xhtml?id=" + item)).contains("munpack 1.6");
  }

  @Test
  void whatIsMadeFromAMarkedItemIsMarked() throws Exception {
    String copy = made(copied(item, "Examination.")).getString("id");
    String text = made(derived(item, "fileName=a.txt&tool=munpack", "Buy now.")).getString("id");
    HttpResponse<String> marked =
        prosecutor.post(
            "/evidence/" + item + "/marks",
            "{\"mark\":\"PROTECTIVE_ORDER\",\"authority\":\"Order of 2 March\"}");
    assertThat(marked.statusCode()).as(marked.body()).isBetween(200, 201);

    for (String each : List.of(item, copy, text)) {
      assertThat(prosecutor.get("/evidence/" + each).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aPackageWithACopyIsProven() throws Exception {
    made(copied(item, "Examination."));
    HttpResponse<byte[]> packed = prosecutor.get("/cases/" + caseId + "/package");
    java.nio.file.Path zip = java.nio.file.Files.createTempFile("package", ".zip");
    java.nio.file.Files.write(zip, packed.body());
    assertThat(CustodyIT.verified(zip)).startsWith("0 ").contains("PROVEN: 2 items");
  }
}
