package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database superuser who switches triggers off and changes one row of the custody log. */
class CustodyTamperIT {
  private static final String LETTER = "From: a@example.org\r\nSubject: %s\r\n\r\nBuy now.\r\n";

  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Api custodian = new Api(portal, "custodian");
  private String caseId = "";
  private String item = "";
  private long place;

  @BeforeEach
  void aLogThatIsSigned() throws Exception {
    prosecutor.logIn();
    custodian.logIn();
    caseId = prosecutor.openCase("Tampered");
    item = item(caseId, "first");
    String other = item(caseId, "second");
    prosecutor.get("/evidence/" + item + "/raw");
    prosecutor.get("/evidence/" + other + "/raw");
    HttpResponse<byte[]> signed = prosecutor.get("/cases/" + caseId + "/package");
    assertThat(signed.statusCode()).isEqualTo(200);
    place =
        PortalDatabase.count(
            "select place from proffer.custody_event where item_id = ? and sequence = 2", item);
    PortalDatabase.run(
        "drop table if exists public.tamper_copy",
        "create table public.tamper_copy as select * from proffer.custody_event where place in ("
            + place
            + ", "
            + (place + 1)
            + ")");
    assertThat(troubles()).isEqualTo("[]");
  }

  @AfterEach
  void asItWas() throws Exception {
    restore();
    assertThat(troubles()).isEqualTo("[]");
  }

  private String item(String caseId, String words) throws Exception {
    HttpResponse<String> sent =
        prosecutor.send(
            caseId, words + ".eml", LETTER.formatted(words).getBytes(StandardCharsets.US_ASCII));
    return Api.json(sent.body()).getString("id");
  }

  private String troubles() throws Exception {
    HttpResponse<String> answer = custodian.post("/custody/check", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer.body()).getJsonArray("troubles").toString();
  }

  private static void tampered(String... sql) throws Exception {
    List<String> all = new ArrayList<>(List.of("set session_replication_role = replica"));
    all.addAll(List.of(sql));
    PortalDatabase.run(all.toArray(String[]::new));
  }

  private void restore() throws Exception {
    tampered(
        "delete from proffer.custody_event e using public.tamper_copy c"
            + " where e.place = c.place or (e.item_id = c.item_id and e.sequence = c.sequence) or e.place >= 1000000 or e.sequence > 500",
        "insert into proffer.custody_event select * from public.tamper_copy");
  }

  /** Every column with another value. */
  private static List<String> changes() throws Exception {
    List<String> changes = new ArrayList<>();
    for (String column : PortalDatabase.columns("custody_event")) {
      String name = column.substring(0, column.indexOf(' '));
      String type = column.substring(column.indexOf(' ') + 1);
      changes.add(
          name
              + " = "
              + switch (type) {
                case "uuid" -> "gen_random_uuid()";
                case "integer" -> name + " + 1000";
                case "bigint" -> name + " + 1000000";
                case "bytea" -> "set_byte(hash, 7, get_byte(hash, 7) # 1)";
                case "text" ->
                    name.equals("result") ? "'FAILED'" : "coalesce(" + name + ", '') || 'x'";
                default -> "coalesce(" + name + ", now()) + interval '1 microsecond'";
              });
    }
    return changes;
  }

  @Test
  void anyChangeOfAnyColumnIsFoundAndItsPlaceNamed() throws Exception {
    List<String> changes = changes();
    assertThat(changes).hasSize(15);
    for (String change : changes) {
      tampered("update proffer.custody_event set " + change + " where place = " + place);
      assertThat(troubles()).as(change).contains("place " + place);
      restore();
    }
  }

  @Test
  void aRowThatIsGoneAddedOrSwappedIsFound() throws Exception {
    tampered("delete from proffer.custody_event where place = " + place);
    assertThat(troubles()).contains("place " + place + " is missing");
    restore();

    tampered(
        "update proffer.custody_event set place = 1000000 where place = " + place,
        "update proffer.custody_event set place = place - 1 where place = " + (place + 1),
        "update proffer.custody_event set place = " + (place + 1) + " where place = 1000000");
    assertThat(troubles()).contains("not what was signed");
    restore();

    long added =
        1
            + PortalDatabase.count(
                "select max(place) from proffer.custody_event where item_id is distinct from ?",
                caseId);
    tampered(
        "insert into proffer.custody_event (item_id, sequence, kind, at, by_login, detail, result, place, hash)"
            + " select item_id, sequence + 500, kind, at, by_login, detail, result,"
            + " (select max(place) + 1 from proffer.custody_event), hash"
            + " from proffer.custody_event where place = "
            + place);
    assertThat(troubles()).contains("place " + added);
    tampered("delete from proffer.custody_event where item_id = '" + item + "' and sequence > 500");
  }

  @Test
  void aRegisterThatSaysSomethingElseThanTheCustodyIsFound() throws Exception {
    for (String change :
        List.of(
            "holder = 'nobody'",
            "out_to = 'nobody'",
            "destroyed_at = now()",
            "sha256 = repeat('a', 64)")) {
      tampered(
          "drop table if exists public.item_copy",
          "create table public.item_copy as select * from proffer.evidence_item where id = '"
              + item
              + "'",
          "update proffer.evidence_item set " + change + " where id = '" + item + "'");
      assertThat(troubles()).as(change).contains(item);
      tampered(
          "update proffer.evidence_item e set holder = c.holder, out_to = c.out_to,"
              + " destroyed_at = c.destroyed_at, sha256 = c.sha256 from public.item_copy c where e.id = c.id");
      assertThat(troubles()).isEqualTo("[]");
    }
  }
}
