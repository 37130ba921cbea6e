package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The compliance desk through its API, as an officer and her programs use it. */
class ComplianceDeskIT {
  private static final Portal PORTAL = Portal.running();
  private static final Api OFFICER = new Api(PORTAL, "compliance");
  private static final Api PROSECUTOR = new Api(PORTAL, "prosecutor");
  private static String client;
  private static String sender;
  private static String programme;
  private static String mechanism;

  @BeforeAll
  static void aClientWithAProgramme() throws Exception {
    OFFICER.logIn();
    PROSECUTOR.logIn();
    client = made(OFFICER.post("/clients", "{\"name\":\"Acme Garden Corp.\"}")).getString("id");
    sender =
        record(
            "senders",
            "{\"name\":\"Acme\",\"standing\":\"ORGANISATION\",\"zone\":\"America/New_York\"}");
    record(
        "addresses",
        "{\"text\":\"500 Main Street, Springfield, IL 62701\",\"type\":\"STREET\",\"of\":\""
            + sender
            + "\",\"from\":\"2020-01-01\",\"accurate\":true,\"provedBy\":\"the lease\"}");
    mechanism =
        record(
            "mechanisms",
            "{\"name\":\"Page\",\"type\":\"PAGE\",\"address\":\"https://acme.example/leave\",\"of\":\""
                + sender
                + "\"}");
    programme =
        record(
            "programmes",
            "{\"name\":\"Spring offers\",\"state\":\"RUNNING\",\"sender\":\""
                + sender
                + "\",\"kind\":\"Offers\",\"mechanism\":\""
                + mechanism
                + "\"}");
  }

  private static String record(String kind, String json) throws Exception {
    return made(OFFICER.post("/clients/" + client + "/records/" + kind, json)).getString("id");
  }

  private static JsonObject made(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : Api.json(answer.body());
  }

  private static HttpResponse<String> put(String path, String type, String body) throws Exception {
    return OFFICER.send(
        OFFICER.request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
  }

  /** An audit of lists, when it has ended. */
  private static JsonObject audited(String settings, Map<String, String> lists) throws Exception {
    String audit = made(OFFICER.post("/clients/" + client + "/audits", settings)).getString("id");
    for (Map.Entry<String, String> list : lists.entrySet()) {
      made(
          put(
              "/desk/audits/" + audit + "/lists/" + list.getKey() + "?fileName=list.csv",
              "text/csv",
              list.getValue()));
    }
    made(OFFICER.post("/desk/audits/" + audit + "/start", "{}"));
    long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (true) {
      JsonObject view = OFFICER.read("/desk/audits/" + audit);
      if (!view.getString("state").equals("RUNNING")) {
        return view;
      }
      if (System.nanoTime() > until) {
        throw new AssertionError("the audit does not end: " + view);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static String settings(String title) {
    return "{\"title\":\""
        + title
        + "\",\"programme\":\""
        + programme
        + "\",\"requestsComplete\":true,\"consentsComplete\":true}";
  }

  private static List<String> findings(JsonObject audit) throws Exception {
    List<String> all = new ArrayList<>();
    for (JsonObject finding :
        OFFICER
            .read("/desk/audits/" + audit.getString("id") + "/findings")
            .getJsonArray("findings")
            .getValuesAs(JsonObject.class)) {
      all.add(
          finding.getString("requirement")
              + " "
              + finding.getString("verdict")
              + " "
              + finding.getString("address"));
    }
    return all;
  }

  @Test
  void everyPlantedFaultOfASenderIsFoundUnderItsRequirementAndNothingElse() throws Exception {
    Map<String, String> lists = new TreeMap<>();
    // 2 March 2026 is a Monday; the tenth business day after it is Monday, 16 March.
    lists.put(
        "OPT_OUTS",
        """
        Email,Received,Scope,Made to
        late@x.example,2026-03-02T10:00:00-05:00,,
        intime@x.example,2026-03-02T10:00:00-05:00,,
        again@x.example,2026-01-12T10:00:00-05:00,,
        bought@x.example,2026-01-12T10:00:00-05:00,,
        newsonly@x.example,2026-02-04T10:00:00-05:00,Newsletter,
        holiday@x.example,2026-12-18T10:00:00-05:00,,
        sold@x.example,2026-03-02T10:00:00-05:00,,
        scrubbed@x.example,2026-03-02T10:00:00-05:00,,
        line@x.example,2026-03-02T10:00:00-05:00,,Acme Bulbs
        west@x.example,2026-03-02T10:00:00-05:00,,
        affiliate@x.example,2026-03-02T10:00:00-05:00,,
        forgotten@x.example,2026-03-02T10:00:00-05:00,,
        """);
    lists.put(
        "SENDS",
        """
        recipient,sent_at,brand,sent_by,timezone
        late@x.example,2026-03-17T08:00:00-04:00,,,America/New_York
        intime@x.example,2026-03-16T17:00:00-04:00,,,America/New_York
        again@x.example,2026-04-02T12:00:00-04:00,,,America/New_York
        bought@x.example,2026-04-02T12:00:00-04:00,,,America/New_York
        newsonly@x.example,2026-03-16T12:00:00-04:00,,,America/New_York
        holiday@x.example,2027-01-05T12:00:00-05:00,,,America/New_York
        holiday@x.example,2027-01-06T12:00:00-05:00,,,America/New_York
        line@x.example,2026-03-20T12:00:00-04:00,Acme Bulbs,,America/New_York
        west@x.example,2026-03-17T01:00:00-04:00,,,America/Los_Angeles
        affiliate@x.example,2026-03-20T12:00:00-04:00,,Mailer Inc.,America/New_York
        other@x.example,2026-03-20T12:00:00-04:00,,Mailer Inc.,America/New_York
        nobody,2026-03-20T12:00:00-04:00,,,
        x@x.example,20 March,,,
        """);
    lists.put(
        "CONSENTS",
        """
        email,given_at,to,express,text
        again@x.example,2026-03-01T10:00:00-05:00,Acme,yes,send me offers
        bought@x.example,2026-03-01T10:00:00-05:00,Acme,no,bought a rake
        """);
    lists.put(
        "TRANSFERS",
        """
        email,date,to,purpose
        sold@x.example,2026-03-04T10:00:00-05:00,Broker LLC,marketing
        scrubbed@x.example,2026-03-04T10:00:00-05:00,Mailer Inc.,suppression only
        """);
    StringBuilder left = new StringBuilder("email,since,affiliate\n");
    for (String who :
        List.of(
            "late",
            "intime",
            "again",
            "bought",
            "holiday",
            "sold",
            "scrubbed",
            "line",
            "west",
            "affiliate",
            "forgotten")) {
      left.append(who).append("@x.example,2026-03-03T10:00:00-05:00,\n");
      if (!who.equals("forgotten")) {
        left.append(who).append("@x.example,2026-03-03T10:00:00-05:00,Mailer Inc.\n");
      }
    }
    lists.put("SUPPRESSIONS", left.toString());

    JsonObject audit = audited(settings("Spring, with faults"), lists);

    assertThat(audit.getString("state")).as(audit.toString()).isEqualTo("COMPLETED");
    assertThat(findings(audit))
        .containsExactlyInAnyOrder(
            "SUP-01 VIOLATED late@x.example",
            "SUP-01 VIOLATED bought@x.example",
            "SUP-01 VIOLATED holiday@x.example",
            "SUP-01 VIOLATED line@x.example",
            "SUP-01 UNDETERMINED west@x.example",
            "SUP-01 VIOLATED affiliate@x.example",
            "SUP-02 VIOLATED affiliate@x.example",
            "SUP-04 VIOLATED sold@x.example",
            "SUP-02 UNDETERMINED forgotten@x.example");
    JsonObject tally = audit.getJsonObject("tally");
    assertThat(tally.getJsonObject("rows").getInt("SENDS")).isEqualTo(13);
    assertThat(tally.getJsonObject("notRead").getInt("SENDS")).isEqualTo(2);
    assertThat(tally.getInt("sendsAfterConsent")).isEqualTo(1);
    List<JsonObject> problems =
        OFFICER
            .read("/desk/audits/" + audit.getString("id") + "/problems")
            .getJsonArray("problems")
            .getValuesAs(JsonObject.class);
    assertThat(problems).extracting(p -> p.getInt("line")).containsExactly(13, 14);
    assertThat(problems)
        .extracting(p -> p.getString("column"))
        .containsExactly("Address", "Sent at");

    JsonObject first = OFFICER.read("/desk/audits/" + audit.getString("id") + "/findings/1");
    assertThat(first.getString("lastDay")).isEqualTo("2026-03-16");
    assertThat(first.getJsonArray("clock")).hasSize(15);
    assertThat(first.getJsonArray("clock").getJsonObject(14).getString("why"))
        .isEqualTo("business day 10");
    assertThat(
            new String(
                OFFICER.get("/desk/audits/" + audit.getString("id") + "/findings.csv").body(),
                StandardCharsets.UTF_8))
        .contains("late@x.example");

    List<String> listed =
        OFFICER
            .read("/clients/" + client + "/findings")
            .getJsonArray("findings")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(f -> f.getString("sourceId").equals(audit.getString("id")))
            .map(
                f ->
                    f.getString("requirement")
                        + " "
                        + f.getString("severity")
                        + " "
                        + f.getInt("messages"))
            .toList();
    assertThat(listed)
        .contains("SUP-04 CRITICAL 1", "SUP-01 HIGH 5", "SUP-02 HIGH 1", "SUP-01 MEDIUM 1");
  }

  @Test
  void aCleanSenderYieldsNothing() throws Exception {
    StringBuilder optOuts = new StringBuilder("email;received_at\n");
    StringBuilder sends = new StringBuilder("email;sent_at;timezone\n");
    StringBuilder left = new StringBuilder("email;since\n");
    for (int i = 0; i < 500; i++) {
      sends.append("p" + i + "@clean.example;2026-02-27T12:00:00-05:00;America/Chicago\n");
      if (i % 5 == 0) {
        optOuts.append("P" + i + "@clean.example;2026-03-02T10:00:00-05:00\n");
        left.append("p" + i + "@clean.example;2026-03-06T10:00:00-05:00\n");
        sends.append("p" + i + "@clean.example;2026-03-13T12:00:00-04:00;America/Chicago\n");
      }
    }
    JsonObject audit =
        audited(
            settings("Clean"),
            Map.of(
                "SENDS", sends.toString(),
                "OPT_OUTS", optOuts.toString(),
                "SUPPRESSIONS", left.toString()));

    assertThat(audit.getString("state")).isEqualTo("COMPLETED");
    assertThat(findings(audit)).isEmpty();
    assertThat(audit.getJsonObject("tally").getInt("sendsToObjectors")).isEqualTo(100);
    // 3, 4, 5 and 6 March: four business days.
    assertThat(audit.getJsonObject("tally").getJsonArray("latency").getInt(4)).isEqualTo(100);
  }

  @Test
  void aListWithoutItsColumnsIsNotStartedAndKeptColumnsAreKnownAgain() throws Exception {
    String audit =
        made(OFFICER.post("/clients/" + client + "/audits", settings("Odd columns")))
            .getString("id");
    String odd = "wer,wann\nlate@x.example,2026-03-17T08:00:00-04:00\n";
    made(put("/desk/audits/" + audit + "/lists/SENDS?fileName=odd.csv", "text/csv", odd));
    made(
        put(
            "/desk/audits/" + audit + "/lists/OPT_OUTS",
            "text/csv",
            "email,received\nlate@x.example,2026-03-02T10:00:00-05:00\n"));
    HttpResponse<String> refused = OFFICER.post("/desk/audits/" + audit + "/start", "{}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("no column is chosen for: Address");

    made(
        put(
            "/desk/audits/" + audit + "/lists/SENDS/mapping",
            "application/json",
            "{\"address\":\"wer\",\"sentAt\":\"wann\"}"));
    made(OFFICER.post("/desk/audits/" + audit + "/start", "{}"));
    String next =
        made(OFFICER.post("/clients/" + client + "/audits", settings("Odd again"))).getString("id");
    JsonObject given = made(put("/desk/audits/" + next + "/lists/SENDS", "text/csv", odd));
    assertThat(
            given
                .getJsonArray("lists")
                .getJsonObject(0)
                .getJsonObject("mapping")
                .getString("sentAt"))
        .isEqualTo("wann");
  }

  @Test
  void aTemplateIsCheckedWithWhatToChangeAndWhatThatChanges() throws Exception {
    String html =
        "<p>20 % off spring bulbs for {{name}}! Buy now at our shop. This is an advertisement.</p>"
            + "<p>You can opt out of these mails: <a href='https://acme.example/leave'>unsubscribe</a></p>";
    JsonObject check =
        made(
            OFFICER.post(
                "/clients/" + client + "/checks",
                "{\"programme\":\""
                    + programme
                    + "\",\"from\":\"Acme <news@acme.example>\",\"subject\":\"20 % off spring bulbs\",\"html\":\""
                    + html
                    + "\"}"));

    assertThat(check.getJsonArray("violated").toString()).contains("DIS-03");
    JsonObject remedy = check.getJsonObject("result").getJsonArray("remedies").getJsonObject(0);
    assertThat(remedy.getString("words")).contains("500 Main Street");
    assertThat(remedy.getJsonArray("effects").toString())
        .contains("\"requirement\":\"DIS-03\",\"was\":\"VIOLATED\",\"becomes\":\"MET\"");
    assertThat(check.getJsonObject("result").getJsonArray("unfilled").getString(0))
        .isEqualTo("name");
    assertThat(
            check.getJsonObject("result").getJsonArray("links").getJsonObject(0).getString("host"))
        .isEqualTo("acme.example");
    String preview =
        new String(
            OFFICER.get("/desk/checks/" + check.getString("id") + "/preview").body(),
            StandardCharsets.UTF_8);
    assertThat(preview).contains("spring bulbs").doesNotContain("href");

    String again =
        html.replace("</p><p>You", "<br>Acme, 500 Main Street, Springfield, IL 62701</p><p>You");
    JsonObject mended =
        made(
            OFFICER.post(
                "/clients/" + client + "/checks",
                "{\"programme\":\""
                    + programme
                    + "\",\"from\":\"Acme <news@acme.example>\",\"subject\":\"20 % off spring bulbs\",\"html\":\""
                    + again
                    + "\"}"));
    assertThat(mended.getJsonArray("violated")).isEmpty();
    String finding =
        OFFICER
            .read("/clients/" + client + "/findings")
            .getJsonArray("findings")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(f -> f.getString("sourceId").equals(check.getString("id")))
            .findFirst()
            .orElseThrow()
            .getString("id");
    HttpResponse<String> unsaid =
        change(
            finding, 1, "{\"state\":\"RETESTED\",\"retestId\":\"" + check.getString("id") + "\"}");
    assertThat(unsaid.statusCode()).isEqualTo(422);
    made(
        change(
            finding,
            1,
            "{\"state\":\"IN_REMEDY\",\"owner\":\"compliance\",\"due\":\"2027-01-15\"}"));
    assertThat(change(finding, 1, "{\"state\":\"OPEN\"}").statusCode()).isEqualTo(412);
    made(
        change(
            finding,
            2,
            "{\"state\":\"RETESTED\",\"owner\":\"compliance\",\"remedy\":\"Address added\",\"retestId\":\""
                + mended.getString("id")
                + "\"}"));
    HttpResponse<String> own =
        change(finding, 3, "{\"state\":\"ACCEPTED\",\"owner\":\"compliance\",\"words\":\"done\"}");
    assertThat(own.body()).contains("Whoever mended it does not accept it");
  }

  private static HttpResponse<String> change(String finding, int version, String json)
      throws Exception {
    return OFFICER.send(
        OFFICER
            .request("/desk/findings/" + finding)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .PUT(BodyPublishers.ofString(json)));
  }

  @Test
  void aMessageOfAHundredKilobytesIsCheckedInATenthOfASecond() throws Exception {
    StringBuilder mail =
        new StringBuilder(
            "From: Acme <news@acme.example>\r\nSubject: Offers\r\nDate: Tue, 1 Dec 2026 10:00:00 +0000\r\nContent-Type: text/html\r\n\r\n<p>This is an advertisement. Buy bulbs now, 20 % off.</p>\r\n");
    while (mail.length() < 100_000) {
      mail.append(
          "<p>Tulips and daffodils in every colour, at half the price, this week alone.</p>\r\n");
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 15; i++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer =
          OFFICER.send(
              OFFICER
                  .request("/compliance/check")
                  .header("Content-Type", "message/rfc822")
                  .POST(BodyPublishers.ofString(mail.toString())));
      assertThat(answer.statusCode()).isEqualTo(200);
      best = Math.min(best, System.nanoTime() - begun);
    }
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void theWorkedDatesStandOnTheClocksOfRequests() throws Exception {
    for (String[] dates :
        new String[][] {
          {"2026-03-02T15:00:00Z", "2026-03-16"},
          {"2026-06-08T15:00:00Z", "2026-06-23"},
          {"2026-11-02T15:00:00Z", "2026-11-17"},
        }) {
      JsonObject request =
          made(
              OFFICER.post(
                  "/clients/" + client + "/opt-outs",
                  "{\"address\":\"Clock@x.example\",\"receivedAt\":\"" + dates[0] + "\"}"));
      assertThat(request.getString("lastDay")).as(dates[0]).isEqualTo(dates[1]);
      assertThat(request.getString("standing")).isEqualTo("OVERDUE");
    }
    JsonObject one =
        made(
            OFFICER.post(
                "/clients/" + client + "/opt-outs",
                "{\"address\":\"honored@x.example\",\"receivedAt\":\"2026-03-02T15:00:00Z\"}"));
    made(
        OFFICER.post(
            "/desk/opt-outs/" + one.getString("id") + "/honored",
            "{\"honoredAt\":\"2026-03-17T03:59:59Z\"}"));
    // 23:59:59 on 16 March in New York.
    assertThat(OFFICER.read("/desk/opt-outs/" + one.getString("id")).getString("standing"))
        .isEqualTo("IN_TIME");
    made(
        OFFICER.post(
            "/desk/opt-outs/" + one.getString("id") + "/honored",
            "{\"honoredAt\":\"2026-03-17T04:00:00Z\"}"));
    assertThat(OFFICER.read("/desk/opt-outs/" + one.getString("id")).getString("standing"))
        .isEqualTo("LATE");
  }

  @Test
  void nothingIsWatchedThatTheClientDidNotList() throws Exception {
    HttpResponse<String> refused =
        OFFICER.post("/clients/" + client + "/watches", "{\"mechanism\":\"" + mechanism + "\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("no host that may be watched");
  }

  @Test
  void aReportIsProducedAndStatesWhatWasNotAssessed() throws Exception {
    JsonObject report =
        made(
            OFFICER.post(
                "/clients/" + client + "/reports",
                "{\"attestedBy\":\"C. Olson, compliance officer\",\"notAssessed\":\"Mailings of 2025\"}"));
    assertThat(report.getInt("pages")).isPositive();
    assertThat(report.getJsonObject("content").getJsonArray("notAssessed").toString())
        .contains("Mailings of 2025");
    byte[] pdf = OFFICER.get("/desk/reports/" + report.getString("id") + "/file").body();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(
            OFFICER.post("/clients/" + client + "/reports", "{\"attestedBy\":\"\"}").statusCode())
        .isEqualTo(422);
  }

  @Test
  void noProsecutorAndNoStrangerSeesAClientNotEvenInTheDatabase() throws Exception {
    assertThat(PROSECUTOR.get("/clients").statusCode()).isEqualTo(403);
    assertThat(PROSECUTOR.get("/clients/" + client).statusCode()).isEqualTo(403);
    assertThat(PROSECUTOR.get("/desk/records/" + sender).statusCode()).isEqualTo(403);
    assertThat(OFFICER.get("/clients/01a20a72-ffff-7fff-8fff-ffffffffffff").statusCode())
        .isEqualTo(404);
    for (String login : List.of("prosecutor", "supervisor", "paralegal")) {
      try (Connection connection = PortalDatabase.as(login)) {
        for (String table :
            List.of(
                "client",
                "client_member",
                "client_record",
                "client_record_version",
                "template_check",
                "mailing_audit",
                "mailing_audit_list",
                "mailing_audit_finding",
                "opt_out_request",
                "desk_finding",
                "mechanism_watch",
                "desk_report")) {
          try (PreparedStatement statement =
                  connection.prepareStatement("select count(*) from proffer." + table);
              ResultSet rows = statement.executeQuery()) {
            rows.next();
            assertThat(rows.getLong(1)).as(login + " " + table).isZero();
          }
        }
      }
    }
    try (Connection connection = PortalDatabase.as("compliance");
        PreparedStatement statement =
            connection.prepareStatement("select count(*) from proffer.client_record");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      assertThat(rows.getLong(1)).isPositive();
    }
  }

  @Test
  void everyPageOfTheDeskShows() throws Exception {
    for (String page :
        List.of(
            "client",
            "check",
            "audits",
            "clocks",
            "findings",
            "watches",
            "reports",
            "records",
            "members")) {
      assertThat(OFFICER.page("compliance/" + page + ".xhtml?client=" + client))
          .as(page)
          .contains("Acme Garden Corp.")
          .contains("aria-current=\"page\"");
    }
    assertThat(OFFICER.page("compliance/clients.xhtml")).contains("Acme Garden Corp.");
    assertThat(OFFICER.page("compliance/record.xhtml?client=" + client + "&kind=programme"))
        .contains("New programme");
    assertThat(OFFICER.page("compliance/record.xhtml?id=" + sender)).contains("America/New_York");
  }
}
