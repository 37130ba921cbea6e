package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole case files out and in, and the members of a case, through REST. */
class CaseFilesIT {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");

  @BeforeEach
  void logIn() throws Exception {
    prosecutor.logIn();
    paralegal.logIn();
  }

  private String add(String caseId, String plural, String content) throws Exception {
    HttpResponse<String> answer = prosecutor.post("/cases/" + caseId + "/" + plural, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private String exported(String caseId) throws Exception {
    HttpResponse<byte[]> answer = prosecutor.get("/cases/" + caseId + "/export");
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** The file with every id replaced by its place of first mention, and without who exported it. */
  private static String modulo(String file) {
    Map<String, String> ids = new LinkedHashMap<>();
    Matcher found = ID.matcher(file.replaceAll("\"exportedAt\":\"[^\"]*\"", ""));
    StringBuilder text = new StringBuilder();
    while (found.find()) {
      found.appendReplacement(text, ids.computeIfAbsent(found.group(), id -> "id-" + ids.size()));
    }
    return found.appendTail(text).toString();
  }

  @Test
  void whatGoesOutComesInWithNothingLost() throws Exception {
    String caseId = prosecutor.openCase("United States v. Exported");
    prosecutor.post(
        "/cases/" + caseId + "/members", "{\"login\":\"paralegal\",\"role\":\"PARALEGAL\"}");
    String party = add(caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"DEFENDANT\"}");
    String note =
        add(
            caseId,
            "notes",
            "{\"text\":\"Ask Ann\",\"about\":[\"" + party + "\"],\"pinned\":true}");
    prosecutor.send(
        prosecutor
            .request("/records/" + note + "?note=sharper")
            .header("Content-Type", "application/json")
            .header("If-Match", "\"1\"")
            .PUT(
                BodyPublishers.ofString(
                    "{\"text\":\"Ask Ann twice\",\"about\":[\"" + party + "\"]}")));
    String gone = add(caseId, "notes", "{\"text\":\"Gone\"}");
    prosecutor.send(prosecutor.request("/records/" + gone).header("If-Match", "\"1\"").DELETE());
    String file = exported(caseId);

    HttpResponse<String> imported = prosecutor.post("/cases/import", file);

    assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
    String copy = Api.json(imported.body()).getString("id");
    assertThat(copy).isNotEqualTo(caseId);
    String again = exported(copy);
    assertThat(modulo(again)).isEqualTo(modulo(file));
    assertThat(again).doesNotContain(party).doesNotContain(note);
    assertThat(
            prosecutor
                .read("/cases/" + copy + "/notes")
                .getJsonArray("notes")
                .getJsonObject(0)
                .getInt("version"))
        .isEqualTo(2);
  }

  /**
   * Records of every kind that takes them, drawn by their schemas, some written again and some
   * removed. What the law or the case has against one is a refusal, never a failure.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverIsWrittenGoesOutAndComesInWithNothingLost(long seed) throws Exception {
    String caseId = prosecutor.openCase("United States v. Drawn " + seed);
    RandomContent drawn = new RandomContent(seed);
    List<JsonObject> kinds =
        prosecutor.read("/kinds").getJsonArray("kinds").getValuesAs(JsonObject.class).stream()
            .filter(kind -> !kind.getString("name").equals("case"))
            .toList();
    Map<String, JsonObject> written = new LinkedHashMap<>();
    for (int i = 0; i < 250; i++) {
      JsonObject kind = drawn.oneOf(kinds);
      Optional<JsonObject> content = drawn.of(kind.getJsonObject("schema"));
      if (content.isEmpty()) {
        continue;
      }
      HttpResponse<String> answer =
          prosecutor.post(
              "/cases/" + caseId + "/" + kind.getString("plural"), content.get().toString());
      assertThat(answer.statusCode())
          .as(kind.getString("name") + " " + content.get() + " " + answer.body())
          .isIn(201, 403, 409, 422);
      if (answer.statusCode() == 201) {
        String id = Api.json(answer.body()).getString("id");
        written.put(id, kind);
        drawn.is(kind.getString("name"), id);
      }
    }
    for (String id : List.copyOf(written.keySet())) {
      change(drawn, id, written.get(id));
    }
    String file = exported(caseId);
    List<String> there =
        written.values().stream().map(kind -> kind.getString("name")).distinct().toList();
    assertThat(there).as("kinds of which one was written").hasSizeGreaterThan(12);

    HttpResponse<String> imported = prosecutor.post("/cases/import", file);

    assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
    assertThat(modulo(exported(Api.json(imported.body()).getString("id")))).isEqualTo(modulo(file));
  }

  private void change(RandomContent drawn, String id, JsonObject kind) throws Exception {
    switch (drawn.oneOf(List.of("leave", "leave", "write", "remove"))) {
      case "write" -> {
        Optional<JsonObject> content = drawn.of(kind.getJsonObject("schema"));
        if (content.isPresent()) {
          prosecutor.send(
              prosecutor
                  .request("/records/" + id)
                  .header("Content-Type", "application/json")
                  .header("If-Match", "\"1\"")
                  .PUT(BodyPublishers.ofString(content.get().toString())));
        }
      }
      case "remove" ->
          prosecutor.send(
              prosecutor.request("/records/" + id).header("If-Match", "\"1\"").DELETE());
      default -> {
        // it stays as it was written
      }
    }
  }

  @Test
  void aFileThatCannotBeUsedSaysWhereAndOpensNothing() throws Exception {
    String caseId = prosecutor.openCase("United States v. Broken");
    add(caseId, "parties", "{\"name\":\"Ann Poe\",\"role\":\"DEFENDANT\"}");
    String file = exported(caseId);
    int before = prosecutor.read("/cases?q=broken").getInt("total");
    Map<String, String> broken = new LinkedHashMap<>();
    broken.put(file.replace("\"kind\":\"party\"", "\"kind\":\"pirate\""), "records[1].kind");
    broken.put(file.replace("\"DEFENDANT\"", "\"PIRATE\""), "records[1].versions[0].content");
    broken.put(file.replace("\"formatVersion\":1", "\"formatVersion\":7"), "version");
    broken.put(file.substring(0, file.length() / 2), "line 1, column");
    broken.put(file + "}", "line 1, column");
    broken.put("[]", "format");
    broken.put("", "line 1, column");
    broken.put(file.replaceFirst("\"records\":", "\"cords\":"), "records");
    broken.put(
        file.replaceFirst("\"records\":", "\"members\":[],\"records\":"), "members is there twice");
    broken.put(
        file.replaceFirst("(\\{\"id\":\"[^\"]*\",\"kind\":\"party\".*)\\]\\}$", "$1,$1]}"),
        "records[2].id");
    broken.put(file.replaceFirst("\"removed\":false", "\"removed\":\"no\""), "versions[0].removed");
    for (Map.Entry<String, String> one : broken.entrySet()) {
      HttpResponse<String> answer = prosecutor.post("/cases/import", one.getKey());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains(one.getValue());
    }
    assertThat(prosecutor.read("/cases?q=broken").getInt("total")).isEqualTo(before);
  }

  @Test
  void aFileThatIsNotInUtf8IsRefusedRatherThanReadWithSignsLost() throws Exception {
    String caseId = prosecutor.openCase("United States v. Latin");
    add(caseId, "parties", "{\"name\":\"José\",\"role\":\"DEFENDANT\"}");

    HttpResponse<String> answer =
        prosecutor.send(
            prosecutor
                .request("/cases/import")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofByteArray(
                        exported(caseId).getBytes(StandardCharsets.ISO_8859_1))));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("UTF-8");
  }

  @Test
  void membersHaveARoleAndTheLastOneStays() throws Exception {
    String caseId = prosecutor.openCase("United States v. Membered");
    prosecutor.post(
        "/cases/" + caseId + "/members", "{\"login\":\"paralegal\",\"role\":\"AGENT\"}");
    prosecutor.post(
        "/cases/" + caseId + "/members", "{\"login\":\"prosecutor\",\"role\":\"LEAD\"}");

    JsonArray roles = prosecutor.read("/cases/" + caseId + "/members").getJsonArray("roles");
    List<String> said = new ArrayList<>();
    for (JsonObject role : roles.getValuesAs(JsonObject.class)) {
      said.add(role.getString("login") + " " + role.getString("role"));
    }
    assertThat(said).containsExactly("paralegal AGENT", "prosecutor LEAD");
    assertThat(paralegal.get("/cases/" + caseId).statusCode()).isEqualTo(200);
    assertThat(
            prosecutor
                .send(prosecutor.request("/cases/" + caseId + "/members/paralegal").DELETE())
                .statusCode())
        .isEqualTo(204);
    assertThat(paralegal.get("/cases/" + caseId).statusCode()).isEqualTo(404);
    assertThat(
            prosecutor
                .send(prosecutor.request("/cases/" + caseId + "/members/prosecutor").DELETE())
                .statusCode())
        .isEqualTo(409);
    assertThat(
            prosecutor
                .post("/cases/" + caseId + "/members", "{\"login\":\"nobody-here\"}")
                .statusCode())
        .isEqualTo(422);
  }
}
