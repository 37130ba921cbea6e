package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proffer.ledger.Head;
import org.proffer.ledger.Proofs;
import org.proffer.ledger.TreeHash;

/** The audit log through REST: complete, provable, for the auditor only, and never skipped. */
class AuditIT {
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api paralegal = new Api(portal, "paralegal");
  private final Api auditor = new Api(portal, "auditor");

  @BeforeEach
  void logIn() throws Exception {
    prosecutor.logIn();
    paralegal.logIn();
    auditor.logIn();
  }

  private static void until(Duration most, Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + most.toNanos();
    while (!holds.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + most);
      }
      LockSupport.parkNanos(200_000_000);
    }
  }

  private JsonArray entries(String query) throws IOException, InterruptedException {
    return auditor.read("/audit?" + query).getJsonArray("entries");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void onlyTheAuditorReadsTheAuditLogAndARefusalIsInIt() throws Exception {
    for (String path : List.of("/audit", "/audit/heads", "/audit/export.csv", "/audit/standing")) {
      assertThat(prosecutor.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(entries("actor=prosecutor&outcome=REFUSED&limit=4"))
        .extracting(e -> e.asJsonObject().getString("action"))
        .containsOnly("NOT_PERMITTED");
  }

  @Test
  void aCaseThatIsNotForThisPersonIsRefusedOnceAndRecordedOnce() throws Exception {
    String caseId = prosecutor.openCase("United States v. Not For You");

    assertThat(paralegal.get("/cases/" + caseId).statusCode()).isEqualTo(404);

    assertThat(entries("actor=paralegal&outcome=REFUSED&limit=20"))
        .extracting(e -> e.asJsonObject().getString("detail"))
        .filteredOn(detail -> detail.contains(caseId))
        .hasSize(1);
    JsonObject opened = entries("action=OPEN_CASE&case=" + caseId).get(0).asJsonObject();
    assertThat(opened.getString("action")).isEqualTo("OPEN_CASE");
    assertThat(opened.getString("address")).isEqualTo("127.0.0.1");
    assertThat(opened.getString("session")).hasSize(16);
    assertThat(opened.getString("at")).matches(".*\\.\\d{2,}Z");
  }

  @Test
  void loginsAndFailuresAndLogoutsAreRecorded() throws Exception {
    HttpResponse<String> wrong =
        new Api(portal, "nobody")
            .post("/session", "{\"login\":\"no.such.person\",\"password\":\"guess\"}");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(entries("actor=no.such.person").get(0).asJsonObject().getString("outcome"))
        .isEqualTo("FAILED");
    assertThat(entries("actor=no.such.person").toString()).doesNotContain("guess");
    assertThat(entries("actor=auditor&action=LOGIN&outcome=DONE")).isNotEmpty();
  }

  @Test
  void everyEntryOfAnExportIsProvenUnderTheSignedHead() throws Exception {
    prosecutor.openCase("United States v. Proven");
    until(Duration.ofSeconds(30), () -> auditor.read("/audit/standing").getInt("size", 0) > 0);

    List<String> lines = text(auditor.get("/audit/export.ndjson")).lines().toList();

    String note = Api.json(lines.get(0)).getString("head");
    Head head = Head.parse(note.substring(0, note.indexOf("\n\n") + 1));
    assertThat(text(auditor.get("/audit/heads"))).contains(note);
    assertThat(lines).hasSize(Math.toIntExact(head.size()) + 1);
    for (String line : lines.subList(1, lines.size())) {
      JsonObject entry = Api.json(line);
      assertThat(
              Proofs.included(
                  TreeHash.ofLeaf(entry.getString("leaf").getBytes(StandardCharsets.UTF_8)),
                  entry.getInt("place"),
                  head.size(),
                  hashes(entry.getJsonArray("proof")),
                  head.root()))
          .as(line)
          .isTrue();
    }
    JsonObject one = auditor.read("/audit/0/proof");
    assertThat(one.getInt("place")).isZero();
    assertThat(auditor.get("/audit/99999999/proof").statusCode()).isEqualTo(404);
  }

  private static List<TreeHash> hashes(JsonArray proof) {
    return proof.getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .map(TreeHash::parse)
        .toList();
  }

  @Test
  void theSpreadsheetHoldsNoFormula() throws Exception {
    prosecutor.post("/session", "{}");
    new Api(portal, "nobody").post("/session", "{\"login\":\"=1+1\",\"password\":\"x\"}");

    String csv = text(auditor.get("/audit/export.csv?outcome=FAILED"));

    assertThat(csv).contains("\"'=1+1\"").doesNotContain("\"=1+1\"");
  }

  @Test
  void whatCannotBeRecordedIsNotDoneAndTheAlarmIsRaisedWithinAMinute() throws Exception {
    String caseId = prosecutor.openCase("United States v. Silence");
    String item =
        Api.json(prosecutor.send(caseId, "a.eml", "Subject: x\r\n\r\ny".getBytes()).body())
            .getString("id");
    PortalDatabase.run("revoke insert on proffer.audit_entry from proffer_app");
    try {
      assertThat(prosecutor.get("/evidence/" + item + "/raw").statusCode()).isEqualTo(503);
      assertThat(prosecutor.send(caseId, "b.eml", "Subject: z\r\n\r\ny".getBytes()).statusCode())
          .isEqualTo(503);
      until(
          Duration.ofSeconds(60),
          () -> text(auditor.get("/health/ready")).contains("\"reason\":\"audit\""));
    } finally {
      PortalDatabase.run("grant insert on proffer.audit_entry to proffer_app");
    }
    until(Duration.ofSeconds(60), () -> auditor.get("/health/ready").statusCode() == 200);
    assertThat(prosecutor.get("/evidence/" + item + "/raw").statusCode()).isEqualTo(200);
    assertThat(
            PortalDatabase.count(
                "select count(*) from proffer.evidence_item where case_id = ?", caseId))
        .isEqualTo(1);
  }

  @Test
  void theDatabaseRefusesToChangeARowAndASuperuserWhoDoesSoIsNamed() throws Exception {
    String caseId = prosecutor.openCase("United States v. Rewritten");
    String opening = "action=OPEN_CASE&case=" + caseId;
    until(
        Duration.ofSeconds(30), () -> entries(opening).get(0).asJsonObject().containsKey("place"));
    int place = entries(opening).get(0).asJsonObject().getInt("place");
    for (String change :
        List.of(
            "update proffer.audit_entry set actor = 'x'",
            "delete from proffer.audit_entry",
            "truncate proffer.audit_leaf")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> PortalDatabase.run(change))
          .as(change)
          .hasMessageContaining("the audit log only grows");
    }
    String where = " where action = 'OPEN_CASE' and case_id = '" + caseId + "'";
    change("update proffer.audit_entry set actor = 'someone.else'" + where);
    try {
      assertThat(troubles())
          .extracting(JsonValue::toString)
          .singleElement()
          .asString()
          .contains("place " + place + " was changed");
    } finally {
      change("update proffer.audit_entry set actor = 'prosecutor'" + where);
    }
    assertThat(troubles()).isEmpty();
  }

  private static void change(String sql) throws Exception {
    PortalDatabase.run("set session_replication_role = replica", sql);
  }

  private JsonArray troubles() throws Exception {
    HttpResponse<String> answer = auditor.post("/audit/check", "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer.body()).getJsonArray("troubles");
  }
}
