package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instruments, counts and what becomes of them, through REST. */
class ChargesIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private String caseId;
  private String first;
  private String second;
  private String indictment;

  @BeforeEach
  void aCaseWithTwoDefendantsAndAnIndictment() throws Exception {
    prosecutor.logIn();
    caseId = prosecutor.openCase("United States v. Charged");
    first = add("parties", "{'name':'Ann Poe','role':'DEFENDANT'}");
    second = add("parties", "{'name':'Bob Roe','role':'DEFENDANT'}");
    indictment = add("instruments", "{'type':'INDICTMENT','filed':'2007-12-20'}");
  }

  private String add(String plural, String content) throws Exception {
    HttpResponse<String> answer = post("/cases/" + caseId + "/" + plural, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private HttpResponse<String> post(String path, String content) throws Exception {
    return prosecutor.post(path, content.replace('\'', '"'));
  }

  private String count(String more) throws Exception {
    return add(
        "counts",
        "{'instrument':'"
            + indictment
            + "','statute':'18-1343','from':'2004-01-05','until':'2005-09-15'"
            + more
            + "}");
  }

  private JsonObject instrument(int index) throws Exception {
    return prosecutor
        .read("/cases/" + caseId + "/charges")
        .getJsonArray("instruments")
        .getJsonObject(index);
  }

  @Test
  void fiveCountsTakeOneFormAndOneRepetitionAndStayDistinct() throws Exception {
    String model = count("");
    HttpResponse<String> repeated = post("/counts/" + model + "/repeat", "{'times':4}");

    assertThat(repeated.statusCode()).as(repeated.body()).isEqualTo(201);
    assertThat(instrument(0).getJsonArray("counts"))
        .extracting(
            c -> c.asJsonObject().getJsonObject("count").getJsonObject("content").getInt("number"))
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aCountStandsForEachDefendantAsTheNewestStepLeftIt() throws Exception {
    String count = count("");
    add(
        "dispositions",
        "{'defendants':['%s','%s'],'counts':['%s'],'step':'PLEADED_NOT_GUILTY','on':'2008-01-09'}"
            .formatted(first, second, count));
    add(
        "dispositions",
        "{'defendants':['%s'],'counts':['%s'],'step':'PLEADED_GUILTY','on':'2009-06-22'}"
            .formatted(first, count));

    assertThat(instrument(0).getJsonArray("counts").getJsonObject(0).getJsonArray("standings"))
        .extracting(s -> s.asJsonObject().getString("status"))
        .containsExactly("PLEADED_GUILTY", "PLEADED_NOT_GUILTY");
  }

  @Test
  void aSupersedingIndictmentCarriesTheCountsOnAndTheEarlierStays() throws Exception {
    count("");
    count(",'defendants':['" + second + "']");

    HttpResponse<String> made =
        post(
            "/instruments/" + indictment + "/supersede",
            "{'type':'SUPERSEDING_INDICTMENT','filed':'2008-05-01'}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);

    assertThat(instrument(0).getJsonArray("counts")).hasSize(2);
    assertThat(instrument(0).getString("supersededBy"))
        .isEqualTo("Superseding indictment of 2008-05-01");
    JsonObject carried = instrument(1).getJsonArray("counts").getJsonObject(1);
    assertThat(carried.getJsonObject("count").getJsonObject("content").getString("carriedFrom"))
        .isNotEmpty();
    assertThat(carried.getJsonArray("standings"))
        .extracting(s -> s.asJsonObject().getString("designation"))
        .containsExactly("D-2");
    assertThat(carried.getJsonObject("limitation").getString("state")).isEqualTo("CHARGED");
  }

  @Test
  void limitationRunsFromTheLastDayOfTheConduct() throws Exception {
    count("");
    JsonObject limitation =
        instrument(0).getJsonArray("counts").getJsonObject(0).getJsonObject("limitation");

    assertThat(limitation.getString("lastDay")).isEqualTo("2010-09-15");
    assertThat(limitation.getString("state")).isEqualTo("CHARGED");
    assertThat(limitation.getJsonArray("steps")).isNotEmpty();
  }

  @Test
  void theLanguageOfACountNamesItsDefendantsAndWhatIsStillOpen() throws Exception {
    String count = count(",'place':'the Eastern District of Michigan'");
    JsonObject language = prosecutor.read("/counts/" + count + "/language");

    assertThat(language.getString("text"))
        .contains("D-1 ANN POE, D-2 BOB ROE")
        .contains("January 5, 2004")
        .contains("the Eastern District of Michigan")
        .contains("18 U.S.C. 1343");
    assertThat(language.getJsonArray("open")).isNotEmpty();
    assertThat(language.getJsonArray("elements").size()).isGreaterThan(2);
  }

  @Test
  void whatContradictsTheCatalogueOrTheInstrumentIsRefused() throws Exception {
    count(",'number':7");
    String base = "{'instrument':'" + indictment + "','statute':";

    assertThat(post("/cases/" + caseId + "/counts", base + "'18-9999'}").statusCode())
        .isEqualTo(422);
    assertThat(post("/cases/" + caseId + "/counts", base + "'18-1343','number':7}").body())
        .contains("has a count 7");
    assertThat(
            post(
                    "/cases/" + caseId + "/counts",
                    base + "'18-1037-a-3','from':'2003-01-01','until':'2003-12-31'}")
                .body())
        .contains("2003-12-31");
    assertThat(
            post("/cases/" + caseId + "/counts", base + "'18-1343','tier':'18-1037-a-3.GR-1'}")
                .body())
        .contains("Penalty tier");
    assertThat(
            post("/cases/" + caseId + "/instruments", "{'type':'SUPERSEDING_INDICTMENT'}")
                .statusCode())
        .isEqualTo(422);
  }
}
