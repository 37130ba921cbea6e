package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proffer.check.CheckedMessage;
import org.proffer.check.FactsFile;
import org.proffer.check.MessageCheck;
import org.proffer.evidence.Vault;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Transmission;
import org.proffer.mail.ByteSource;
import org.proffer.mailings.ConsentList;
import org.proffer.mailings.ListKind;
import org.proffer.mailings.ListSource;

/**
 * Checks each message of a mailing, as sent to its recipient at its time, by what was recorded when
 * the audit was started. What follows a request to receive no more is not decided here: the lists
 * decide it.
 */
@ApplicationScoped
class MailingMessageWork {
  private static final MessageCheck CHECK = new MessageCheck();
  private static final int AT_ONCE = 500;

  @Inject private MailingMessageRows rows;
  @Inject private Vault vault;
  @Inject private Clock clock;

  /**
   * What came of the messages of a mailing.
   *
   * @param tally as it stands in the tally of the audit
   * @param violated how many messages violate each duty
   * @param days the first day on which each was violated
   * @param reasons why the first was
   */
  record Outcome(
      JsonObject tally,
      Map<String, Long> violated,
      Map<String, LocalDate> days,
      Map<String, String> reasons) {}

  /** The outcome; null if the audit was given no messages. */
  @Nullable Outcome run(MailingAuditView view) throws IOException {
    MailingMessageRows.Given given = rows.given(view.id()).orElse(null);
    if (given == null) {
      return null;
    }
    rows.clear(view.id());
    Run run = new Run(view, given);
    MessageSet.visit(given.fileName(), vault.open(given.sha256()), run::message);
    return run.end();
  }

  private final class Run {
    private final MailingAuditView view;
    private final MailingMessageRows.Given given;
    private final FactsFile file;
    private final Map<LocalDate, RecordedFacts> known = new HashMap<>();
    private final Map<String, List<Consent>> consents;
    private final @Nullable ZoneId zone;
    private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    private final List<MailingMessage> waiting = new ArrayList<>();
    private final Map<String, Map<Verdict, Long>> counts = new TreeMap<>();
    private final Map<String, Long> violated = new TreeMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private int read;
    private int undated;
    private int unaddressed;
    private int quarantined;

    Run(MailingAuditView view, MailingMessageRows.Given given) throws IOException {
      this.view = view;
      this.given = given;
      String said = view.settings().getString("senderZone", "");
      zone = said.isEmpty() ? null : ZoneId.of(said);
      String facts = given.factsSha256();
      file = facts == null ? FactsFile.NONE : Recorded.read(text(facts));
      JsonObject snapshot = given.known();
      if (snapshot != null) {
        for (String day : snapshot.keySet()) {
          known.put(
              LocalDate.parse(day),
              Recorded.read(snapshot.getJsonObject(day).toString()).of("", ""));
        }
      }
      consents = consents();
    }

    private String text(String sha256) throws IOException {
      return new String(vault.open(sha256).readAll(), StandardCharsets.UTF_8);
    }

    private Map<String, List<Consent>> consents() throws IOException {
      MailingAuditView.GivenList list =
          view.lists().stream()
              .filter(each -> each.kind() == ListKind.CONSENTS)
              .findFirst()
              .orElse(null);
      if (list == null) {
        return Map.of();
      }
      Set<String> addresses = new HashSet<>();
      MessageSet.visit(
          given.fileName(),
          vault.open(given.sha256()),
          (number, bytes) -> addresses.add(MessageSet.Copy.of(bytes).address()));
      return ConsentList.of(
          ListSource.of(
              () -> vault.open(list.sha256()).open(0), MailingAudits.mapping(list.mapping())),
          ZoneId.of(view.settings().getString("timesZone")),
          view.settings().getString("sender"),
          addresses);
    }

    void message(int number, ByteSource bytes) throws IOException {
      MessageSet.Copy copy = MessageSet.Copy.of(bytes);
      CheckedMessage checked = CHECK.check(bytes, file.after(recorded(number, copy)), null, today);
      read++;
      undated += copy.sentAt() == null ? 1 : 0;
      unaddressed += copy.address().isEmpty() ? 1 : 0;
      quarantined += checked.message().quarantineReason() == null ? 0 : 1;
      List<String> broken = new ArrayList<>();
      List<String> open = new ArrayList<>();
      Map<String, String> why = new HashMap<>();
      for (Finding finding : checked.findings()) {
        String duty = finding.requirement();
        if (!CanSpamRules.isDuty(duty) || duty.startsWith("SUP-")) {
          continue;
        }
        counts
            .computeIfAbsent(duty, same -> new TreeMap<>())
            .merge(finding.verdict(), 1L, Long::sum);
        if (finding.verdict() == Verdict.VIOLATED) {
          broken.add(duty);
          why.put(duty, finding.reason());
          violated.merge(duty, 1L, Long::sum);
          days.merge(duty, checked.lawAsOf(), (a, b) -> a.isBefore(b) ? a : b);
          reasons.putIfAbsent(duty, finding.reason());
        } else if (finding.verdict() == Verdict.UNDETERMINED) {
          open.add(duty);
        }
      }
      waiting.add(
          new MailingMessage(
              number,
              copy.address(),
              copy.sentAt(),
              copy.messageId(),
              copy.subject(),
              checked.sha256(),
              broken,
              open,
              why));
      if (waiting.size() == AT_ONCE) {
        flush();
      }
    }

    private RecordedFacts recorded(int number, MessageSet.Copy copy) {
      String source = given.fileName() + ", message " + number;
      List<Fact> facts = new ArrayList<>();
      Instant at = copy.sentAt();
      RecordedFacts programme = RecordedFacts.NONE;
      if (at != null) {
        programme = known.getOrDefault(LocalDate.ofInstant(at, ZoneOffset.UTC), RecordedFacts.NONE);
        facts.add(new Transmission(at, zone, source + ", its Date field"));
      }
      if (!copy.address().isEmpty()) {
        facts.add(new Recipient(copy.address(), null, source));
        facts.addAll(consents.getOrDefault(copy.address(), List.of()));
      }
      if (view.settings().getBoolean("consentsComplete")) {
        facts.add(
            new Complete(
                Complete.Records.CONSENTS, "the list of consents was said to be complete"));
      }
      return programme.and(new RecordedFacts(facts));
    }

    private void flush() {
      if (!waiting.isEmpty()) {
        rows.add(view, waiting);
        waiting.clear();
      }
    }

    Outcome end() {
      flush();
      JsonArrayBuilder found = Json.createArrayBuilder();
      counts.forEach(
          (duty, byVerdict) ->
              byVerdict.forEach(
                  (verdict, count) ->
                      found.add(
                          Json.createObjectBuilder()
                              .add("requirement", duty)
                              .add("verdict", verdict.name())
                              .add("count", count))));
      return new Outcome(
          Json.createObjectBuilder()
              .add("fileName", given.fileName())
              .add("read", read)
              .add("withoutDate", undated)
              .add("withoutAddress", unaddressed)
              .add("quarantined", quarantined)
              .add("findings", found)
              .build(),
          violated,
          days,
          reasons);
    }
  }
}
