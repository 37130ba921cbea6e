package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs two persons: opening what was closed, and giving. */
class TwoPersonsIT {
  private static final Portal PORTAL = Portal.running();
  private static final Api SUPERVISOR = new Api(PORTAL, "supervisor");
  private static final Api SECOND = new Api(PORTAL, "supervisor2", PORTAL.password("supervisor"));

  private String caseId;

  @BeforeAll
  static void twoSupervisors() throws Exception {
    PortalDatabase.run(
        "insert into proffer.login_account (login, display_name, password_hash, enabled)"
            + " select 'supervisor2', 'Second Supervisor', password_hash, true from proffer.login_account where login = 'supervisor'"
            + " on conflict do nothing",
        "insert into proffer.login_role (login, role) values ('supervisor2', 'SUPERVISING_ATTORNEY') on conflict do nothing");
    SUPERVISOR.logIn();
    SECOND.logIn();
  }

  @BeforeEach
  void aCaseOfBoth() throws Exception {
    caseId = SUPERVISOR.openCase("Two persons");
    for (String login : new String[] {"supervisor2", "paralegal"}) {
      assertThat(
              SUPERVISOR
                  .post("/cases/" + caseId + "/members", "{\"login\":\"" + login + "\"}")
                  .statusCode())
          .isLessThan(300);
    }
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() < 300
        ? "done"
        : Api.json(answer.body()).getString("type").replace("urn:proffer:problem:", "");
  }

  private String details(Api who, String field, boolean value) throws Exception {
    HttpResponse<byte[]> read = who.get("/records/" + caseId);
    JsonObject record = Api.json(new String(read.body(), StandardCharsets.UTF_8));
    JsonObject content =
        Json.createObjectBuilder(record.getJsonObject("content")).add(field, value).build();
    return problem(
        who.send(
            who.request("/records/" + caseId)
                .header("Content-Type", "application/json")
                .header("If-Match", read.headers().firstValue("ETag").orElseThrow())
                .PUT(BodyPublishers.ofString(content.toString()))));
  }

  @Test
  void whoSealedACaseDoesNotUnsealItAndAnotherDoes() throws Exception {
    assertThat(details(SUPERVISOR, "sealed", true)).isEqualTo("done");
    assertThat(details(SUPERVISOR, "sealed", false)).isEqualTo("another-person-needed");
    assertThat(details(SECOND, "sealed", false)).isEqualTo("done");
  }

  @Test
  void whoPutTheHoldOnACaseDoesNotLiftItAndAnotherDoes() throws Exception {
    assertThat(details(SECOND, "legalHold", true)).isEqualTo("done");
    assertThat(details(SECOND, "legalHold", false)).isEqualTo("another-person-needed");
    assertThat(details(SUPERVISOR, "legalHold", false)).isEqualTo("done");
  }

  @Test
  void whoRaisedAWallDoesNotLiftItAndAnotherDoes() throws Exception {
    assertThat(
            problem(
                SUPERVISOR.post(
                    "/cases/" + caseId + "/walls",
                    "{\"login\":\"paralegal\",\"reason\":\"a relative\"}")))
        .isEqualTo("done");
    String wall = "/cases/" + caseId + "/walls/paralegal?reason=over";
    assertThat(problem(SUPERVISOR.send(SUPERVISOR.request(wall).DELETE())))
        .isEqualTo("another-person-needed");
    assertThat(problem(SECOND.send(SECOND.request(wall).DELETE()))).isEqualTo("done");
  }

  @Test
  void whoSetAMarkDoesNotLiftItAndNobodyListsThemselves() throws Exception {
    String item =
        Api.json(
                SUPERVISOR
                    .send(
                        caseId, "m.eml", "Subject: x\r\n\r\nx".getBytes(StandardCharsets.US_ASCII))
                    .body())
            .getString("id");
    HttpResponse<String> set =
        SUPERVISOR.post(
            "/evidence/" + item + "/marks",
            "{\"mark\":\"PROTECTIVE_ORDER\",\"authority\":\"Order of 2 Jan 2009\"}");
    String mark = Api.json(set.body()).getString("id");
    String disclosure =
        "{\"mark\":\"PROTECTIVE_ORDER\",\"login\":\"%s\",\"advisedOn\":\"2009-01-02\"}";
    assertThat(
            problem(
                SUPERVISOR.post(
                    "/cases/" + caseId + "/disclosures", disclosure.formatted("supervisor"))))
        .isEqualTo("another-person-needed");
    assertThat(
            problem(
                SUPERVISOR.post(
                    "/cases/" + caseId + "/disclosures", disclosure.formatted("supervisor2"))))
        .isEqualTo("done");
    String lift = "/marks/" + mark + "/lift";
    assertThat(problem(SUPERVISOR.post(lift, "{\"under\":\"Order of 3 Jan 2009\"}")))
        .isEqualTo("another-person-needed");
    assertThat(problem(SECOND.post(lift, "{\"under\":\"Order of 3 Jan 2009\"}"))).isEqualTo("done");
  }

  /** The second line: statements that get past the services. */
  @Test
  void theDatabaseRefusesTheSame() throws Exception {
    PortalDatabase.run(
        "insert into proffer.case_wall (case_id, login, reason, raised_at, raised_by) values ('%s', 'paralegal', 'x', now(), 'supervisor')"
            .formatted(caseId));
    refused(
        "update proffer.case_file set sealed = true where id = '" + caseId + "'",
        "update proffer.case_file set sealed = false where id = '" + caseId + "'");
    refused(
        "update proffer.case_file set legal_hold = true where id = '" + caseId + "'",
        "update proffer.case_file set legal_hold = false where id = '" + caseId + "'");
    refused("select 1", "delete from proffer.case_wall where case_id = '" + caseId + "'");
    refused(
        "select 1",
        "insert into proffer.login_role (login, role) values ('supervisor', 'PARALEGAL')");
    refused(
        "select 1",
        "insert into proffer.disclosure (case_id, mark, login, advised_on, listed_at, listed_by) values ('"
            + caseId
            + "', 'GRAND_JURY', 'supervisor', current_date, now(), 'supervisor')");
  }

  private static void refused(String first, String second) throws Exception {
    try (Connection connection = PortalDatabase.as("supervisor")) {
      try (PreparedStatement does = connection.prepareStatement(first)) {
        does.execute();
      }
      try (PreparedStatement undoes = connection.prepareStatement(second)) {
        Assertions.assertThatThrownBy(undoes::execute)
            .as(second)
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("23514")); // a check
      }
    }
  }
}
