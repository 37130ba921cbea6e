package org.proffer.messages;

import java.time.Instant;
import java.util.List;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;

/**
 * What was found under earlier rules, as it was when a re-check replaced it.
 *
 * @param ruleVersion the rules then
 * @param supersededAt when it was replaced
 * @param verdict the gravest then
 * @param findings in the order of the list of rules
 */
public record EarlierFindings(
    RecheckId recheck,
    String ruleVersion,
    Instant supersededAt,
    Verdict verdict,
    List<Finding> findings) {
  public EarlierFindings {
    findings = List.copyOf(findings);
  }
}
