package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Further docket numbers, and cases that have to do with each other: told to those who see both.
 */
class RelatedCasesIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");
  private String here = "";
  private String there = "";

  @BeforeEach
  void twoCasesOfWhichTheParalegalSeesOne() throws Exception {
    prosecutor.logIn();
    paralegal.logIn();
    here = prosecutor.openCase("Here");
    there = prosecutor.openCase("There, unseen");
    made(prosecutor.post("/cases/" + here + "/members", "{\"login\":\"paralegal\"}"));
  }

  private static JsonObject made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : Api.json(answer.body());
  }

  private String link(String from, String to) throws Exception {
    return made(prosecutor.post(
            "/cases/" + from + "/related-cases",
            "{\"how\":\"SEVERED_FROM\",\"other\":\""
                + to
                + "\",\"since\":\"2009-02-03\",\"order\":\"ECF 77\"}"))
        .getString("id");
  }

  @Test
  void bothSidesSayItToWhoSeesBothAndOthersFindNoTrace() throws Exception {
    String id = link(here, there);

    assertThat(prosecutor.page("cases/case.xhtml?id=" + here))
        .contains("Severed from")
        .contains("There, unseen");
    assertThat(prosecutor.page("cases/case.xhtml?id=" + there))
        .contains("Severed into")
        .contains("cases/case.xhtml?id=" + here);
    assertThat(paralegal.page("cases/case.xhtml?id=" + here))
        .contains("related cases")
        .doesNotContain("Severed", "unseen", there);
    assertThat(paralegal.read("/cases/" + here + "/related-cases").toString())
        .doesNotContain(id, there);
    assertThat(paralegal.get("/records/" + id).statusCode()).isEqualTo(404);
    assertThat(paralegal.get("/records/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(paralegal.read("/search?q=severed").toString()).doesNotContain(id);

    made(prosecutor.post("/cases/" + there + "/members", "{\"login\":\"paralegal\"}"));
    assertThat(paralegal.read("/cases/" + here + "/related-cases").toString()).contains(id, there);
  }

  @Test
  void aCaseThatOneDoesNotSeeCannotBeNamed() throws Exception {
    for (String other : new String[] {there, UUID.randomUUID().toString()}) {
      assertThat(
              paralegal
                  .post(
                      "/cases/" + here + "/related-cases",
                      "{\"how\":\"RELATED\",\"other\":\"" + other + "\"}")
                  .statusCode())
          .isEqualTo(422);
    }
    assertThat(
            prosecutor
                .post(
                    "/cases/" + here + "/related-cases",
                    "{\"how\":\"RELATED\",\"other\":\"" + here + "\"}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aLinkTravelsWithTheCaseFile() throws Exception {
    link(here, there);
    JsonObject exported = prosecutor.read("/cases/" + here + "/export");
    String copy = made(prosecutor.post("/cases/import", exported.toString())).getString("id");

    assertThat(prosecutor.read("/cases/" + copy + "/related-cases").toString()).contains(there);
  }

  @Test
  void furtherDocketNumbersAreFoundBySearchAndTwoCasesMayShareOne() throws Exception {
    String number = "4:09-mj-" + Math.floorMod(System.nanoTime(), 90_000);
    for (String caseId : new String[] {here, there}) {
      made(
          prosecutor.post(
              "/cases/" + caseId + "/dockets",
              "{\"before\":\"MAGISTRATE_JUDGE\",\"court\":\"Eastern District of Michigan\",\"number\":\""
                  + number
                  + "\",\"from\":\"2007-08-01\"}"));
    }
    assertThat(prosecutor.read("/search?q=" + number).toString()).contains(number, here, there);
    assertThat(paralegal.read("/search?q=" + number).toString())
        .contains(here)
        .doesNotContain(there);
    assertThat(
            prosecutor
                .post(
                    "/cases/" + here + "/dockets",
                    "{\"before\":\"COURT_OF_APPEALS\",\"court\":\"Sixth Circuit\",\"number\":\"09-2497\",\"from\":\"2009-12-01\",\"until\":\"2009-11-01\"}")
                .statusCode())
        .isEqualTo(422);
  }
}
