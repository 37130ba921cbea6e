package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search over all one's cases, through REST. */
class SearchIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");

  @BeforeEach
  void logIn() throws Exception {
    prosecutor.logIn();
    paralegal.logIn();
  }

  private static String add(Api api, String caseId, String plural, String content)
      throws Exception {
    var answer = api.post("/cases/" + caseId + "/" + plural, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private static List<String> kinds(JsonObject found) {
    return found.getJsonArray("sections").stream()
        .map(section -> section.asJsonObject().getString("kind"))
        .toList();
  }

  private static JsonObject search(Api api, String words) throws Exception {
    return api.read(
        "/search?q=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void whatIsInMyCasesIsFoundByItsWordsTheirBeginningsAndTheirInflections() throws Exception {
    String caseId = prosecutor.openCase("United States v. Quillonby");
    add(
        prosecutor,
        caseId,
        "parties",
        "{\"name\":\"Zebulon Quillonby\",\"role\":\"DEFENDANT\",\"description\":\"Registered thirty forged domains\"}");
    add(prosecutor, caseId, "notes", "{\"text\":\"Ask Quillonby about the proxies\"}");

    assertThat(kinds(search(prosecutor, "quillo"))).containsExactly("case", "note", "party");
    assertThat(kinds(search(prosecutor, "quillonby domain "))).containsExactly("party");
    assertThat(kinds(search(prosecutor, "\"thirty forged\""))).containsExactly("party");
    assertThat(kinds(search(prosecutor, "\"forged thirty\""))).isEmpty();
    JsonObject hit =
        search(prosecutor, "zebulon")
            .getJsonArray("sections")
            .getJsonObject(0)
            .getJsonArray("hits")
            .getJsonObject(0);
    assertThat(hit.getString("title")).isEqualTo("D-1 Zebulon Quillonby");
    assertThat(hit.getString("caseTitle")).isEqualTo("United States v. Quillonby");
  }

  @Test
  void aCaseOneIsNoMemberOfLeavesNoTraceInTotalsEither() throws Exception {
    String caseId = prosecutor.openCase("United States v. Wallenfort");
    add(prosecutor, caseId, "parties", "{\"name\":\"Ida Wallenfort\",\"role\":\"WITNESS\"}");

    assertThat(kinds(search(prosecutor, "wallenfort"))).containsExactly("case", "party");
    assertThat(search(paralegal, "wallenfort").getJsonArray("sections")).isEmpty();
    assertThat(paralegal.read("/cases?q=wallenfort").getInt("total")).isZero();
    assertThat(prosecutor.read("/cases?q=wallenfort").getInt("total")).isOne();
  }

  @Test
  void whatWasRemovedIsNotFoundAndNothingTypedIsAnError() throws Exception {
    String caseId = prosecutor.openCase("United States v. Removable");
    String id =
        add(prosecutor, caseId, "parties", "{\"name\":\"Gone Xylophon\",\"role\":\"WITNESS\"}");
    prosecutor.send(prosecutor.request("/records/" + id).header("If-Match", "\"1\"").DELETE());

    assertThat(search(prosecutor, "xylophon").getJsonArray("sections")).isEmpty();
    for (String odd : List.of("'", "a & | !", ":*", "\\", "\"", "%", "the", "ж")) {
      assertThat(search(prosecutor, odd).containsKey("sections")).as(odd).isTrue();
    }
  }
}
