package org.proffer.mailings;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.MessageKind;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Transmission;

/**
 * The audit as it would be without an index, portions or a first look at the day: every send to
 * some addresses is put before the rule. Reads plain lines without quotation marks.
 */
final class OnePairAtATime {
  private OnePairAtATime() {}

  /** Gives the line and the verdict of each send that violates SUP-01 or may. */
  static void findings(
      AuditSettings settings,
      Path sendLog,
      Path optOuts,
      Predicate<String> sample,
      Consumer<String> found)
      throws IOException {
    Map<String, List<OptOutRequest>> requests = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(optOuts)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        if (sample.test(cells[0])) {
          requests
              .computeIfAbsent(cells[0], address -> new ArrayList<>())
              .add(
                  new OptOutRequest(
                      cells[0],
                      Set.of("Acme"),
                      Instant.parse(cells[1]),
                      cells[2].isEmpty() ? Set.of() : Set.of(cells[2]),
                      "x"));
        }
      }
    }
    long number = 1;
    try (BufferedReader lines = Files.newBufferedReader(sendLog)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] cells = line.split(",", -1);
        if (sample.test(cells[0])) {
          Verdict verdict = verdict(settings, cells, requests.getOrDefault(cells[0], List.of()));
          if (verdict == Verdict.VIOLATED || verdict == Verdict.UNDETERMINED) {
            found.accept(number + " " + verdict);
          }
        }
      }
    }
  }

  private static Verdict verdict(
      AuditSettings settings, String[] cells, List<OptOutRequest> requests) {
    Instant at = Instant.parse(cells[1]);
    List<Fact> facts = new ArrayList<>(requests);
    facts.add(new Transmission(at, settings.senderZone(), "x"));
    facts.add(new Recipient(cells[0], null, "x"));
    facts.add(new MessageKind(cells[2], "x"));
    facts.add(
        new Participant(
            "Acme", Set.of(Participant.Role.PROCURED, Participant.Role.ADVERTISED), "x"));
    facts.add(new Complete(Complete.Records.OPT_OUT_REQUESTS, "x"));
    facts.add(new Complete(Complete.Records.CONSENTS, "x"));
    Finding finding =
        CanSpamRules.evaluateSend(
            "SUP-01", new RecordedFacts(facts), LocalDate.ofInstant(at, ZoneOffset.UTC));
    return finding.verdict();
  }
}
