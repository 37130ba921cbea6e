package org.proffer.law.canspam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Transmission;

/**
 * What a rule decides over.
 *
 * @param facts what the message shows
 * @param recorded what is recorded beyond it
 * @param purpose its primary purpose, recorded judgements included
 * @param lawAsOf the day whose law applies
 * @param senders whose duties they are
 * @param earlier the findings of the rules before, in the order of the list; a view, read while the
 *     rule decides and not kept
 */
record Matter(
    MessageFacts facts,
    RecordedFacts recorded,
    PrimaryPurpose purpose,
    LocalDate lawAsOf,
    Senders senders,
    List<Finding> earlier) {

  /** When the message was sent: as recorded, else as it says itself. */
  Optional<Instant> sentAt() {
    return recorded
        .last(Transmission.class)
        .map(Transmission::at)
        .or(() -> Optional.ofNullable(facts.sentAt()));
  }

  Optional<Recipient> recipient() {
    return recorded.last(Recipient.class);
  }

  /** The verdict of an earlier rule; empty if it is not among them. */
  Optional<Verdict> verdict(String requirement) {
    return earlier.stream()
        .filter(finding -> finding.requirement().equals(requirement))
        .map(Finding::verdict)
        .findFirst();
  }

  /** How the earlier rules whose ids begin with one of these stand together. */
  Verdict verdictOf(String... prefixes) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (Finding finding : earlier) {
      if (startsWith(finding.requirement(), prefixes)) {
        verdicts.add(finding.verdict());
      }
    }
    return verdicts.contains(Verdict.VIOLATED)
        ? Verdict.VIOLATED
        : verdicts.contains(Verdict.UNDETERMINED)
            ? Verdict.UNDETERMINED
            : verdicts.contains(Verdict.MET) ? Verdict.MET : Verdict.NOT_APPLICABLE;
  }

  private static boolean startsWith(String id, String... prefixes) {
    for (String prefix : prefixes) {
      if (id.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  Matter with(Senders assumed) {
    return new Matter(facts, recorded, purpose, lawAsOf, assumed, earlier);
  }

  Matter after(List<Finding> findings) {
    return new Matter(facts, recorded, purpose, lawAsOf, senders, findings);
  }
}
