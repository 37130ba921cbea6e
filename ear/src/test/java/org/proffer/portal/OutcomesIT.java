package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences, what the statutes have against them, and outcomes, through REST. */
class OutcomesIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private String caseId;
  private String first;
  private String second;
  private String conspiracy;
  private String wireFraud;
  private String identityTheft;

  @BeforeEach
  void twoDefendantsWhoPleadedGuilty() throws Exception {
    prosecutor.logIn();
    caseId = prosecutor.openCase("=United States v. Sentenced");
    first = add("parties", "{'name':'Ann Poe','role':'DEFENDANT'}");
    second = add("parties", "{'name':'Bob Roe','role':'DEFENDANT'}");
    String indictment = add("instruments", "{'type':'INDICTMENT','filed':'2007-12-20'}");
    conspiracy = count(indictment, "18-371", "18-371.felony-object");
    wireFraud = count(indictment, "18-1343", "18-1343.base");
    identityTheft = count(indictment, "18-1028A", "18-1028A.base");
    add(
        "dispositions",
        "{'defendants':['%s','%s'],'counts':['%s','%s','%s'],'step':'PLEADED_GUILTY','on':'2009-06-22'}"
            .formatted(first, second, conspiracy, wireFraud, identityTheft));
  }

  private String count(String indictment, String statute, String tier) throws Exception {
    return add(
        "counts",
        "{'instrument':'%s','statute':'%s','tier':'%s','from':'2004-08-01','until':'2005-09-15'}"
            .formatted(indictment, statute, tier));
  }

  private String add(String plural, String content) throws Exception {
    HttpResponse<String> answer = post(plural, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private HttpResponse<String> post(String plural, String content) throws Exception {
    return prosecutor.post("/cases/" + caseId + "/" + plural, content.replace('\'', '"'));
  }

  private String sentence(List<String> counts, String more) {
    return "{'defendant':'%s','imposedOn':'2009-11-23','counts':['%s']%s}"
        .formatted(first, String.join("','", counts), more);
  }

  /** The codes of what the law does not allow, as the form asks for them while it is typed. */
  private List<String> breaches(String plural, String content) throws Exception {
    HttpResponse<String> answer = post(plural + "/check", content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer.body()).getJsonArray("objections").stream()
        .map(JsonValue::asJsonObject)
        .filter(objection -> objection.getBoolean("breach"))
        .peek(
            objection ->
                assertThat(objection.getString("words")).contains(objection.getString("citation")))
        .map(objection -> objection.getString("code"))
        .toList();
  }

  private JsonObject outcome(int defendant) throws Exception {
    return prosecutor
        .read("/cases/" + caseId + "/outcomes")
        .getJsonArray("outcomes")
        .getJsonObject(defendant);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 36, 100, ''",
    "61, 36, 100, IMPRISONMENT_OVER_MAXIMUM",
    "60, 37, 100, SUPERVISED_RELEASE_OVER_MAXIMUM",
    "60, 36, 99, ASSESSMENT_DIFFERS",
    "60, 36, 101, ASSESSMENT_DIFFERS"
  })
  void aSentenceIsCheckedAsItIsTyped(int months, int release, int assessment, String breach)
      throws Exception {
    assertThat(
            breaches(
                "sentences",
                sentence(
                    List.of(conspiracy),
                    ",'months':%d,'supervisedRelease':%d,'assessment':%d"
                        .formatted(months, release, assessment))))
        .containsExactlyElementsOf(breach.isEmpty() ? List.of() : List.of(breach));
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "200, 2", "300, 3"})
  void theAssessmentGrowsWithTheCounts(int assessment, int counts) throws Exception {
    List<String> convicted = List.of(conspiracy, wireFraud, identityTheft).subList(0, counts);

    assertThat(
            breaches(
                "sentences",
                sentence(convicted, ",'months':51,'assessment':%d".formatted(assessment))))
        .isEmpty();
    assertThat(
            breaches(
                "sentences",
                sentence(convicted, ",'months':51,'assessment':%d".formatted(assessment + 100))))
        .containsExactly("ASSESSMENT_DIFFERS");
  }

  @Test
  void theTermForIdentityTheftFollowsTheOther() throws Exception {
    String sentence =
        add(
            "sentences",
            sentence(List.of(wireFraud, identityTheft), ",'months':51,'assessment':200"));
    add("sentence-terms", term(sentence, wireFraud, 27, ""));

    assertThat(
            breaches("sentence-terms", term(sentence, identityTheft, 24, ",'runs':'CONCURRENT'")))
        .contains("CONSECUTIVE_REQUIRED");
    assertThat(
            breaches("sentence-terms", term(sentence, identityTheft, 23, ",'runs':'CONSECUTIVE'")))
        .contains("IMPRISONMENT_UNDER_MINIMUM");
    assertThat(
            breaches("sentence-terms", term(sentence, identityTheft, 24, ",'runs':'CONSECUTIVE'")))
        .isEmpty();
  }

  private static String term(String sentence, String count, int months, String more) {
    return "{'sentence':'%s','counts':['%s'],'months':%d%s}"
        .formatted(sentence, count, months, more);
  }

  @Test
  void whatTheLawDoesNotAllowIsSavedWithAReasonOnly() throws Exception {
    String above = ",'months':61,'assessment':100";

    HttpResponse<String> refused = post("sentences", sentence(List.of(conspiracy), above));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("18 U.S.C. 371");

    add(
        "sentences",
        sentence(List.of(conspiracy), above + ",'reasonDespite':'As the judgment has it.'"));
    assertThat(outcome(0).getString("reasonDespite")).isEqualTo("As the judgment has it.");
    assertThat(outcome(0).getJsonArray("objections").toString())
        .contains("IMPRISONMENT_OVER_MAXIMUM");
  }

  @Test
  void aSentenceForNothingTheCaseFileKnowsOfIsNotCheckedAndSaysSo() throws Exception {
    String third = add("parties", "{'name':'Cy Doe','role':'DEFENDANT'}");
    HttpResponse<String> answer =
        post(
            "sentences/check",
            "{'defendant':'%s','imposedOn':'2009-11-23','months':900}".formatted(third));

    assertThat(answer.body()).contains("NO_CONVICTION");
  }

  @Test
  void anAmendedJudgmentIsAVersionAndTheEarlierOneStays() throws Exception {
    String earlier =
        add("sentences", sentence(List.of(conspiracy), ",'months':51,'assessment':100"));
    assertThat(
            post("sentences", sentence(List.of(conspiracy), ",'months':40,'assessment':100"))
                .statusCode())
        .isEqualTo(422);
    add(
        "sentences",
        sentence(List.of(conspiracy), ",'months':40,'assessment':100,'amends':'" + earlier + "'")
            .replace("2009-11-23", "2010-02-01"));

    assertThat(outcome(0).getString("imprisonment")).isEqualTo("40 months");
    assertThat(outcome(0).getJsonArray("earlier"))
        .extracting(JsonValue::toString)
        .containsExactly("\"51 months on 2009-11-23\"");
  }

  @Test
  void restitutionIsOwedTogetherAndPaymentsRevocationAndAppealFollow() throws Exception {
    String sentence =
        add(
            "sentences",
            sentence(List.of(wireFraud), ",'months':40,'restitution':'ORDERED','assessment':100"));
    add(
        "restitutions",
        "{'sentence':'%s','payee':'Investors','amount':1000000,'jointWith':['%s']}"
            .formatted(sentence, second));
    after(sentence, "'PAYMENT','amount':2500");
    after(sentence, "'REVOKED','months':6");
    after(sentence, "'AFFIRMED'");

    assertThat(outcome(0).getJsonArray("money").toString())
        .contains("Restitution of $1,000,000 to Investors")
        .contains("jointly and severally with D-2 Bob Roe")
        .contains("$2,500");
    assertThat(outcome(0).getJsonArray("after").toString())
        .contains("Release revoked on 2013-05-06, 6 months")
        .contains("Affirmed on appeal");
    assertThat(
            post(
                    "after-sentence-events",
                    "{'sentence':'%s','type':'PAYMENT','on':'2013-05-06'}".formatted(sentence))
                .statusCode())
        .isEqualTo(422);
  }

  private void after(String sentence, String what) throws Exception {
    add(
        "after-sentence-events",
        "{'sentence':'%s','on':'2013-05-06','type':%s}".formatted(sentence, what));
  }

  @Test
  void whoeverSavesSecondDoesNotOverwrite() throws Exception {
    String id = add("sentences", sentence(List.of(conspiracy), ",'months':51,'assessment':100"));
    HttpResponse<byte[]> read = prosecutor.get("/records/" + id);
    String tag = read.headers().firstValue("ETag").orElseThrow();
    JsonObject content =
        Api.json(new String(read.body(), StandardCharsets.UTF_8)).getJsonObject("content");

    assertThat(put(id, tag, Json.createObjectBuilder(content).add("months", 50).build()))
        .isEqualTo(200);
    assertThat(put(id, tag, Json.createObjectBuilder(content).add("months", 49).build()))
        .isEqualTo(412);
    assertThat(outcome(0).getString("imprisonment")).isEqualTo("50 months");
  }

  private int put(String id, String tag, JsonObject content) throws Exception {
    return prosecutor
        .send(
            prosecutor
                .request("/records/" + id)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(content.toString())))
        .statusCode();
  }

  @Test
  void sentencesAcrossCasesAreFilteredAndSayWhatIsMissing() throws Exception {
    JsonObject before = prosecutor.read("/outcomes?year=1999");
    assertThat(before.getInt("total")).isEqualTo(before.getInt("n"));
    add(
        "sentences",
        sentence(List.of(conspiracy), ",'custody':'TIME_SERVED','assessment':100")
            .replace("2009-11-23", "1999-11-23"));

    JsonObject now = prosecutor.read("/outcomes?year=1999");
    assertThat(now.getInt("total")).isEqualTo(before.getInt("total") + 1);
    assertThat(now.getInt("n")).isEqualTo(before.getInt("n"));
    assertThat(now.getInt("lengthMissing")).isEqualTo(before.getInt("lengthMissing") + 1);
    assertThat(prosecutor.read("/outcomes?year=1999&statute=18-371").getInt("total"))
        .isEqualTo(now.getInt("total"));
    assertThat(prosecutor.read("/outcomes?year=1999&statute=18-1341").getInt("total")).isZero();
    assertThat(prosecutor.read("/outcomes?year=1998").getInt("total")).isZero();
  }

  @Test
  void nothingInTheExportIsAFormula() throws Exception {
    add("sentences", sentence(List.of(conspiracy), ",'months':12,'days':1,'assessment':100"));
    HttpResponse<byte[]> answer = prosecutor.get("/outcomes.csv");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("text/csv");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.startsWith("\"'=United States v. Sentenced\""))
        .noneMatch(line -> line.matches(".*(^|,)\"[=+@-].*"));
  }

  @Test
  void whoIsNoMemberSeesNoOutcome() throws Exception {
    add("sentences", sentence(List.of(conspiracy), ",'months':51,'assessment':100"));
    Api paralegal = new Api(portal, "paralegal").logIn();

    assertThat(paralegal.get("/cases/" + caseId + "/outcomes").statusCode()).isEqualTo(404);
    assertThat(paralegal.read("/outcomes").toString()).doesNotContain(caseId);
  }
}
