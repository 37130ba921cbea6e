package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proffer.generator.RingMailbox;

/** Rules, re-checks and decisions through REST, in the provisioned server. */
class ReviewIT {
  private static final int MESSAGES = 450;

  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");

  @BeforeEach
  void logIn() throws Exception {
    prosecutor.logIn();
  }

  private String caseOf(String title) throws Exception {
    return caseOf(title, MESSAGES);
  }

  private String caseOf(String title, int messages) throws Exception {
    String caseId = prosecutor.openCase(title);
    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    new RingMailbox(77, messages).writeMbox(mailbox);
    prosecutor.imported(caseId, "ring.mbox", mailbox.toByteArray());
    return caseId;
  }

  /** As rules before these would have left it: no postal address was asked for. */
  private static void age(String caseId) throws Exception {
    age(caseId, 430);
  }

  private static void age(String caseId, int messages) throws Exception {
    int aged =
        PortalDatabase.change(
            """
            update proffer.message set rule_version = 'older', verdict = 'MET',
              violated = '{}', undetermined = '{}', met = '{OPT-01}', packed_assessment = null,
              assessment = '{"findings":[{"requirement":"OPT-01","citation":"15 U.S.C. 7704(a)(3)(A)",
                "verdict":"MET","lawAsOf":"2004-03-01","reason":"As it was said then.","missing":[],"spans":[]}]}'
            where number <= %d and case_id = ?"""
                .formatted(messages),
            caseId);
    assertThat(aged).isEqualTo(messages);
  }

  private JsonObject ended(String recheck) throws Exception {
    long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (true) {
      JsonObject state = prosecutor.read("/rechecks/" + recheck);
      if (state.getBoolean("ended")) {
        return state;
      }
      if (System.nanoTime() > until) {
        throw new AssertionError("the re-check does not end: " + state);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private String first(String caseId, String query) throws Exception {
    return prosecutor
        .read("/cases/" + caseId + "/messages?" + query)
        .getJsonArray("messages")
        .getJsonObject(0)
        .getString("id");
  }

  private int total(String caseId, String query) throws Exception {
    return prosecutor.read("/cases/" + caseId + "/messages?limit=1&" + query).getInt("total");
  }

  private static String decision(String decision, String reason, int after, String rules) {
    return Json.createObjectBuilder()
        .add("decision", decision)
        .add("reason", reason)
        .add("after", after)
        .add("ruleVersion", rules)
        .build()
        .toString();
  }

  @Test
  void onlyDutiesAreCountedAndEveryFindingIsStillTold() throws Exception {
    String caseId = caseOf("Duties");
    List<String> counted =
        prosecutor
            .read("/cases/" + caseId + "/messages/totals")
            .getJsonArray("requirements")
            .stream()
            .map(r -> r.asJsonObject().getString("requirement"))
            .toList();
    JsonObject findings = prosecutor.read("/messages/" + first(caseId, "limit=1") + "/findings");

    assertThat(counted).contains("DIS-03").doesNotContain("CLS-01", "HDR-B", "DIS-04");
    assertThat(findings.getJsonArray("findings")).hasSize(38);
    assertThat(findings.getJsonArray("findings"))
        .anySatisfy(f -> assertThat(f.asJsonObject().getBoolean("duty")).isFalse())
        .allSatisfy(f -> assertThat(f.asJsonObject().getString("citation")).isNotEmpty());
  }

  @Test
  void aRecheckTouchesOnlyOlderFindingsAndKeepsThem() throws Exception {
    String caseId = caseOf("Re-check");
    JsonObject fresh = prosecutor.read("/cases/" + caseId + "/messages/totals");
    age(caseId);

    assertThat(prosecutor.read("/cases/" + caseId + "/rules").getInt("outdated")).isEqualTo(430);
    HttpResponse<String> asked = prosecutor.post("/cases/" + caseId + "/rechecks", "{}");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
    JsonObject done = ended(Api.json(asked.body()).getString("id"));

    assertThat(done.getString("state")).isEqualTo("COMPLETED");
    assertThat(done.getInt("done")).isEqualTo(430);
    assertThat(prosecutor.read("/cases/" + caseId + "/messages/totals")).isEqualTo(fresh);
    assertThat(prosecutor.read("/cases/" + caseId + "/rules").getInt("outdated")).isZero();
    String recheck = "recheck=" + done.getString("id");
    assertThat(total(caseId, recheck)).isEqualTo(done.getInt("changed"));
    assertThat(done.getJsonArray("changes")).isNotEmpty();
    for (var each : done.getJsonArray("changes")) {
      JsonObject change = each.asJsonObject();
      String rows =
          recheck
              + "&requirement="
              + change.getString("requirement")
              + "&was="
              + change.getString("was")
              + "&became="
              + change.getString("became");
      assertThat(total(caseId, rows)).as(rows).isEqualTo(change.getInt("messages"));
    }
    JsonObject earlier =
        prosecutor
            .read("/messages/" + first(caseId, recheck + "&limit=1") + "/findings")
            .getJsonArray("earlier")
            .getJsonObject(0);
    assertThat(earlier.getString("ruleVersion")).isEqualTo("older");
    assertThat(earlier.getJsonArray("findings").getJsonObject(0).getString("reason"))
        .isEqualTo("As it was said then.");
    assertThat(prosecutor.read("/cases/" + caseId + "/messages?query=Guangdong").getInt("total"))
        .as("the words are still found")
        .isPositive();
    assertThat(prosecutor.post("/cases/" + caseId + "/rechecks", "{}").statusCode())
        .as("nothing is left to check")
        .isEqualTo(409);
  }

  @Test
  void aSecondPersonSeesTheFirstDecisionBeforeDeciding() throws Exception {
    String caseId = caseOf("Decisions");
    String message = first(caseId, "requirement=DIS-03&verdict=VIOLATED&limit=1");
    String rules = prosecutor.read("/messages/" + message).getString("ruleVersion");
    String path = "/messages/" + message + "/findings/DIS-03/decisions";
    int all = total(caseId, "review=NOT_REVIEWED");

    HttpResponse<String> made =
        prosecutor.post(path, decision("OVERRULED", "The image shows it.", 0, rules));
    HttpResponse<String> second =
        prosecutor.post(path, decision("CONFIRMED", "No address.", 0, rules));

    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("prosecutor", "The image shows it.");
    assertThat(prosecutor.post(path, decision("CONFIRMED", "No.", 1, rules)).statusCode())
        .isEqualTo(201);
    assertThat(prosecutor.read(path).getJsonArray("decisions")).hasSize(2);
    assertThat(prosecutor.post(path, decision("CONFIRMED", " ", 2, rules)).statusCode())
        .isEqualTo(422);
    assertThat(prosecutor.post(path, decision("CONFIRMED", "x", 2, "other")).statusCode())
        .isEqualTo(409);
    assertThat(total(caseId, "review=NOT_REVIEWED")).isEqualTo(all - 1);
    assertThat(total(caseId, "review=OVERRULED")).isZero();
    assertThat(total(caseId, "review=REVIEWED&requirement=DIS-03")).isEqualTo(1);
    assertThat(
            PortalDatabase.count(
                "select count(*) from proffer.audit_entry where case_id = ? and action = 'DECIDE_FINDING'",
                caseId))
        .isEqualTo(2);
  }

  @Test
  void aDecisionIsOutOfDateOnceARecheckFindsAnotherVerdict() throws Exception {
    String caseId = caseOf("Stale");
    String changing = first(caseId, "requirement=OPT-01&verdict=VIOLATED&limit=1");
    age(caseId);
    HttpResponse<String> made =
        prosecutor.post(
            "/messages/" + changing + "/findings/OPT-01/decisions",
            decision("CONFIRMED", "It works.", 0, "older"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);

    ended(Api.json(prosecutor.post("/cases/" + caseId + "/rechecks", "{}").body()).getString("id"));

    JsonObject decided =
        prosecutor
            .read("/messages/" + changing + "/findings/OPT-01/decisions")
            .getJsonArray("decisions")
            .getJsonObject(0);
    assertThat(decided.getBoolean("stale")).isTrue();
    assertThat(decided.getString("verdict")).isEqualTo("MET");
    assertThat(total(caseId, "review=STALE")).isEqualTo(1);
    assertThat(total(caseId, "review=REVIEWED")).isZero();
  }

  @Test
  void aParalegalReadsDecisionsAndMakesNone() throws Exception {
    Api paralegal = new Api(portal, "paralegal").logIn();
    String caseId = paralegal.openCase("Policy");
    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    new RingMailbox(78, 5).writeMbox(mailbox);
    paralegal.imported(caseId, "five.mbox", mailbox.toByteArray());
    JsonObject message =
        paralegal.read("/cases/" + caseId + "/messages").getJsonArray("messages").getJsonObject(0);
    String path = "/messages/" + message.getString("id") + "/findings/DIS-03/decisions";

    assertThat(paralegal.read(path).getJsonArray("decisions")).isEmpty();
    assertThat(paralegal.post(path, decision("CONFIRMED", "x", 0, "any")).statusCode())
        .isEqualTo(403);
    assertThat(prosecutor.get(path).statusCode()).as("not a member").isEqualTo(404);
  }

  @Test
  void rulesAreToldWithTheirPeriods() throws Exception {
    JsonObject rule = prosecutor.read("/rules/DIS-03");

    assertThat(rule.getJsonArray("periods").getJsonObject(0).getString("kind")).isEqualTo("DUTY");
    assertThat(prosecutor.read("/rules?on=2003-12-31").getJsonArray("rules")).isEmpty();
    assertThat(prosecutor.read("/rules?on=2026-01-01").getJsonArray("rules")).isNotEmpty();
    assertThat(prosecutor.get("/rules?on=soon").statusCode()).isEqualTo(422);
    assertThat(prosecutor.get("/rules/NO-99").statusCode()).isEqualTo(404);
  }

  @Test
  void aKilledServerFinishesTheRecheckAtTheNextStart() throws Exception {
    int messages = 2_500;
    String caseId = caseOf("Re-check, killed", messages);
    JsonObject fresh = prosecutor.read("/cases/" + caseId + "/messages/totals");
    age(caseId, messages);
    String recheck =
        Api.json(prosecutor.post("/cases/" + caseId + "/rechecks", "{}").body()).getString("id");
    while (prosecutor.read("/rechecks/" + recheck).getInt("done") == 0) {
      Thread.onSpinWait();
    }

    portal.kill();
    portal.start();
    prosecutor.logIn();
    JsonObject done = ended(recheck);

    assertThat(done.getString("state")).isEqualTo("COMPLETED");
    assertThat(done.getInt("done")).isEqualTo(messages);
    assertThat(prosecutor.read("/cases/" + caseId + "/messages/totals")).isEqualTo(fresh);
    assertThat(total(caseId, "recheck=" + recheck)).isEqualTo(done.getInt("changed"));
    assertThat(
            PortalDatabase.count(
                "select count(*) from proffer.superseded_assessment s join proffer.message m on m.id ="
                    + " s.message_id where m.case_id = ?",
                caseId))
        .isEqualTo(messages);
  }
}
