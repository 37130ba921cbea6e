package org.proffer.law.canspam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;

/**
 * The requirements, in one explicit list, in the order of the Act. Requirements that are not in it
 * are not examined.
 */
public final class CanSpamRules {

  /** Changes whenever any rule or table could give another answer; stored with every finding. */
  public static final String VERSION = "2026-11-23.3";

  private static final List<CanSpamRule> RULES =
      List.of(
          new HeaderTruthful(),
          new SubjectHonest(),
          new OptOutOffered(),
          new OptOutWorksThirtyDays(),
          new OptOutUnburdened(),
          new OptOutHonored(),
          new AdvertisementIdentified(),
          new OptOutNoticeGiven(),
          new PostalAddressShown(),
          new SexuallyExplicitLabelExact());

  private CanSpamRules() {}

  /**
   * What every requirement says of one message, in the order of the list. All of them reach
   * commercial messages only. Where the primary purpose is not determined the message is examined
   * as if it were commercial, and no requirement is then found kept or broken: that the message is
   * commercial is a missing fact of each.
   *
   * @param lawAsOf the day whose law applies
   */
  public static List<Finding> evaluate(
      MessageFacts facts, RecordedFacts recorded, LocalDate lawAsOf) {
    return RULES.stream().map(rule -> finding(rule, facts, recorded, lawAsOf)).toList();
  }

  private static Finding finding(
      CanSpamRule rule, MessageFacts facts, RecordedFacts recorded, LocalDate lawAsOf) {
    InForce law = InForce.of(rule.id());
    if (!law.on(lawAsOf)) {
      return notApplicable(
          law,
          lawAsOf,
          "Not in force on " + lawAsOf + ": in force from " + law.from() + unconfirmed(law) + ".");
    }
    if (!facts.readable()) {
      return finding(
          law,
          lawAsOf,
          CanSpamRule.Answer.open(
              "The message could not be read as a whole, so that nothing can be said to be absent.",
              List.of(),
              "a reading of the whole message"));
    }
    return switch (facts.purpose().value()) {
      case TRANSACTIONAL ->
          rule.reachesTransactional()
              ? finding(law, lawAsOf, rule.decide(facts, recorded))
              : notApplicable(
                  law,
                  lawAsOf,
                  "The requirement does not reach transactional or relationship messages.");
      case OTHER ->
          notApplicable(
              law, lawAsOf, "The requirement reaches commercial messages, and this one is not.");
      case COMMERCIAL -> finding(law, lawAsOf, rule.decide(facts, recorded));
      case UNDETERMINED -> finding(law, lawAsOf, asIfCommercial(rule.decide(facts, recorded)));
    };
  }

  private static CanSpamRule.Answer asIfCommercial(CanSpamRule.Answer answer) {
    List<String> missing = new ArrayList<>(answer.missing());
    missing.add(0, "the primary purpose of the message");
    String prefix =
        switch (answer.verdict()) {
          case MET -> "If the message is commercial, kept: ";
          case VIOLATED -> "If the message is commercial, broken: ";
          case UNDETERMINED, NOT_APPLICABLE -> "If the message is commercial: ";
        };
    return new CanSpamRule.Answer(
        Verdict.UNDETERMINED, prefix + answer.reason(), missing, answer.spans());
  }

  private static Finding finding(InForce law, LocalDate lawAsOf, CanSpamRule.Answer answer) {
    return new Finding(
        law.id(),
        law.citation(),
        answer.verdict(),
        lawAsOf,
        answer.reason(),
        answer.missing(),
        answer.spans());
  }

  private static Finding notApplicable(InForce law, LocalDate lawAsOf, String reason) {
    return new Finding(
        law.id(), law.citation(), Verdict.NOT_APPLICABLE, lawAsOf, reason, List.of(), List.of());
  }

  private static String unconfirmed(InForce law) {
    return law.confirmed() ? "" : " (a date that is not confirmed)";
  }
}
