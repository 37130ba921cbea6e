package org.proffer.mailings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proffer.law.Verdict;

class MailingAuditTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String REQUEST =
      "email,received_at\na@x.example,2026-03-02T10:00:00-05:00\n";

  private final List<AuditHit> hits = new ArrayList<>();

  private static AuditSettings settings(@Nullable ZoneId zone) {
    return new AuditSettings(
        "Acme", zone, ZoneOffset.UTC, "", true, true, LocalDate.of(2026, 12, 1));
  }

  private static ListSource.Bytes bytes(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private AuditTally audit(Map<ListKind, String> lists) throws IOException {
    Map<ListKind, ListSource> sources = new EnumMap<>(ListKind.class);
    for (Map.Entry<ListKind, String> list : lists.entrySet()) {
      sources.put(list.getKey(), ListSource.guessed(list.getKey(), bytes(list.getValue())));
    }
    hits.clear();
    return MailingAudit.of(settings(NEW_YORK), sources, hits::add, () -> false);
  }

  private Verdict sentAt(String moment) throws IOException {
    audit(
        Map.of(
            ListKind.OPT_OUTS,
            REQUEST,
            ListKind.SENDS,
            "email,sent_at,timezone\nA@x.example," + moment + ",America/New_York\n"));
    return hits.isEmpty() ? Verdict.MET : hits.get(0).verdict();
  }

  @Test
  void theLastSecondOfTheTenthBusinessDayIsAllowedAndTheNextIsNot() throws IOException {
    assertThat(sentAt("2026-03-16T23:59:59-04:00")).isEqualTo(Verdict.MET);
    assertThat(sentAt("2026-03-17T00:00:00-04:00")).isEqualTo(Verdict.VIOLATED);
    assertThat(hits.get(0).lastDay()).isEqualTo("2026-03-16");
    assertThat(hits.get(0).line()).isEqualTo(2);
    assertThat(hits.get(0).requestLine()).isEqualTo(2);
  }

  @Test
  void whatIsLateInOneZoneOnlyIsLeftOpen() throws IOException {
    audit(
        Map.of(
            ListKind.OPT_OUTS,
            REQUEST,
            ListKind.SENDS,
            "email,sent_at,timezone\na@x.example,2026-03-17T01:00:00-04:00,America/Los_Angeles\n"));
    assertThat(hits).extracting(AuditHit::verdict).containsExactly(Verdict.UNDETERMINED);
  }

  @Test
  void aSendBeforeTheRequestIsNoneOfIts() throws IOException {
    AuditTally tally =
        audit(
            Map.of(
                ListKind.OPT_OUTS,
                REQUEST,
                ListKind.SENDS,
                "email,sent_at\na@x.example,2026-03-02T09:59:59-05:00\n"));
    assertThat(hits).isEmpty();
    assertThat(tally.sendsToObjectors()).isZero();
  }

  @Test
  void aTransferHasNoGraceButThatToSuppressIsAllowed() throws IOException {
    audit(
        Map.of(
            ListKind.OPT_OUTS,
            REQUEST,
            ListKind.SENDS,
            "email,sent_at\nb@x.example,2026-03-02T09:59:59-05:00\n",
            ListKind.TRANSFERS,
            "email,date,to,purpose\n"
                + "a@x.example,2026-03-02T09:00:00-05:00,Broker,marketing\n"
                + "a@x.example,2026-03-02T10:00:01-05:00,Mailer,suppression\n"
                + "a@x.example,2026-03-02T10:00:01-05:00,Broker,marketing\n"));
    assertThat(hits)
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.requirement()).isEqualTo("SUP-04");
              assertThat(hit.line()).isEqualTo(4);
            });
  }

  @Test
  void rowsThatCannotBeReadAreNamedAndCountedAndTheRestIsAudited() throws IOException {
    AuditTally tally =
        audit(
            Map.of(
                ListKind.OPT_OUTS,
                REQUEST,
                ListKind.SENDS,
                "email,sent_at,timezone\n"
                    + "not an address,2026-03-20T00:00:00Z,\n"
                    + "a@x.example,2026-13-20T00:00:00Z,\n"
                    + "a@x.example,2026-03-20T00:00:00Z,Mars\n"
                    + "a@x.example,2026-03-20,\n"
                    + "a@x.example,2026-03-20T12:00:00Z,\n"));
    assertThat(tally.rows(ListKind.SENDS)).isEqualTo(5);
    assertThat(tally.problems(ListKind.SENDS)).isEqualTo(4);
    assertThat(tally.problemRows()).extracting(RowProblem::line).containsExactly(2L, 3L, 4L, 5L);
    assertThat(hits).hasSize(1);
  }

  @Test
  void aListWithoutItsColumnOrWithAnOpenQuotationMarkIsRefused() {
    assertThatThrownBy(
            () -> audit(Map.of(ListKind.OPT_OUTS, "who,when\n", ListKind.SENDS, "email,sent_at\n")))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("no column is chosen for: Address");
    assertThatThrownBy(() -> audit(Map.of(ListKind.OPT_OUTS, REQUEST, ListKind.SENDS, "")))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("it is empty");
    assertThatThrownBy(() -> audit(Map.of(ListKind.OPT_OUTS, REQUEST)))
        .isInstanceOf(ListRefused.class);
  }

  @Test
  void portionsAndTheIndexFindWhatEveryPairOneByOneDoes(@TempDir Path folder) throws IOException {
    Random random = new Random(7);
    StringBuilder requests = new StringBuilder("address,received_at,scope,channel\n");
    StringBuilder sends = new StringBuilder("address,sent_at,kind,sent_by,message_id\n");
    Instant first = Instant.parse("2026-01-05T00:00:00Z");
    for (int i = 0; i < 400; i++) {
      requests
          .append("p" + random.nextInt(300) + "@x.example,")
          .append(first.plusSeconds(random.nextInt(100 * 86_400)))
          .append(random.nextInt(5) == 0 ? ",News," : ",,")
          .append("page\n");
    }
    for (int i = 0; i < 4_000; i++) {
      sends
          .append("p" + random.nextInt(400) + "@x.example,")
          .append(first.plusSeconds(random.nextInt(140 * 86_400)))
          .append(random.nextInt(3) == 0 ? ",News" : ",Offers")
          .append(",Acme,m" + i + "\n");
    }
    Path sendLog = Files.writeString(folder.resolve("sends.csv"), sends);
    Path optOuts = Files.writeString(folder.resolve("opt-outs.csv"), requests);
    Set<String> expected = new HashSet<>();
    OnePairAtATime.findings(settings(NEW_YORK), sendLog, optOuts, address -> true, expected::add);
    for (int most : new int[] {1_000_000, 90}) {
      Set<String> found = new HashSet<>();
      Map<ListKind, ListSource> lists =
          Map.of(
              ListKind.SENDS,
              ListSource.guessed(ListKind.SENDS, () -> Files.newInputStream(sendLog)),
              ListKind.OPT_OUTS,
              ListSource.guessed(ListKind.OPT_OUTS, () -> Files.newInputStream(optOuts)));
      AuditTally tally =
          MailingAudit.of(
              settings(NEW_YORK),
              lists,
              hit -> found.add(hit.line() + " " + hit.verdict()),
              () -> false,
              most);
      assertThat(found).as("portions of %d", most).isEqualTo(expected);
      assertThat(tally.rows(ListKind.SENDS)).isEqualTo(4_000);
    }
    assertThat(expected).hasSizeGreaterThan(500);
    assertThat(expected).anyMatch(line -> line.endsWith("UNDETERMINED"));
  }

  @Test
  void anAuditThatIsStoppedGivesUp() throws IOException {
    StringBuilder sends = new StringBuilder("email,sent_at\n");
    for (int i = 0; i < 70_000; i++) {
      sends.append("b@x.example,2026-03-02T09:59:59Z\n");
    }
    Map<ListKind, ListSource> lists =
        Map.of(
            ListKind.SENDS,
            ListSource.guessed(ListKind.SENDS, bytes(sends.toString())),
            ListKind.OPT_OUTS,
            ListSource.guessed(ListKind.OPT_OUTS, bytes(REQUEST)));
    assertThatThrownBy(() -> MailingAudit.of(settings(null), lists, hits::add, () -> true))
        .isInstanceOf(MailingAudit.Stopped.class);
  }
}
