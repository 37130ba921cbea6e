package org.proffer.messages;

import java.time.LocalDate;
import java.util.List;
import org.proffer.analysis.MessageTraits;
import org.proffer.check.CheckedMessage;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.PrimaryPurpose;

/**
 * What one version of the rules says of one message. Only duties are counted as violated,
 * undetermined or met; definitions and defences stand in the JSON alone.
 *
 * @param verdict the gravest: violated, else undetermined, else met, else not applicable
 * @param traits what it is counted by
 * @param json as {@link AssessmentJson} writes it
 */
record Assessment(
    PrimaryPurpose.Value purpose,
    LocalDate lawAsOf,
    String ruleVersion,
    Verdict verdict,
    List<String> violated,
    List<String> undetermined,
    List<String> met,
    MessageTraits traits,
    String json) {
  Assessment {
    violated = List.copyOf(violated);
    undetermined = List.copyOf(undetermined);
    met = List.copyOf(met);
  }

  static Assessment of(CheckedMessage checked) {
    List<String> violated = duties(checked.findings(), Verdict.VIOLATED);
    List<String> undetermined = duties(checked.findings(), Verdict.UNDETERMINED);
    List<String> met = duties(checked.findings(), Verdict.MET);
    Verdict gravest =
        !violated.isEmpty()
            ? Verdict.VIOLATED
            : !undetermined.isEmpty()
                ? Verdict.UNDETERMINED
                : met.isEmpty() ? Verdict.NOT_APPLICABLE : Verdict.MET;
    return new Assessment(
        checked.facts().purpose().value(),
        checked.lawAsOf(),
        CanSpamRules.VERSION,
        gravest,
        violated,
        undetermined,
        met,
        MessageTraits.of(checked.message(), checked.facts()),
        AssessmentJson.write(checked));
  }

  /** Of a message the engine failed on. */
  static Assessment none(LocalDate lawAsOf) {
    return new Assessment(
        PrimaryPurpose.Value.UNDETERMINED,
        lawAsOf,
        CanSpamRules.VERSION,
        Verdict.UNDETERMINED,
        List.of(),
        List.of(),
        List.of(),
        MessageTraits.UNTOLD,
        "{\"findings\":[]}");
  }

  private static List<String> duties(List<Finding> findings, Verdict verdict) {
    return findings.stream()
        .filter(finding -> finding.verdict() == verdict)
        .map(Finding::requirement)
        .filter(Rulebook::isDuty)
        .distinct()
        .toList();
  }
}
