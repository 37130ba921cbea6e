package org.proffer.law.canspam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.DatedTable;
import org.proffer.law.Finding;
import org.proffer.law.Unit;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Transfer;

/**
 * The rules, in one explicit list, in the order of the Act. Rules that are not in it are not
 * examined.
 */
public final class CanSpamRules {

  /** Changes whenever any rule or table could give another answer; stored with every finding. */
  public static final String VERSION = "2026-11-23.4";

  private static final HeaderTruthful HEADER = new HeaderTruthful();
  private static final SubjectHonest SUBJECT = new SubjectHonest();
  private static final OptOutOffered MECHANISM = new OptOutOffered();
  private static final AdvertisementIdentified IDENTIFIER = new AdvertisementIdentified();
  private static final OptOutNoticeGiven NOTICE = new OptOutNoticeGiven();
  private static final PostalAddressShown ADDRESS = new PostalAddressShown();

  private static final List<CanSpamRule> RULES =
      List.of(
          new ExclusivelyCommercial(),
          new CommercialAndTransactional(),
          new CommercialAndOther(),
          new ExclusivelyTransactional(),
          new NoncommercialSpeech(),
          new MereMention(),
          new DesignatedSender(),
          HEADER,
          new AccessHonestlyObtained(),
          new FromLineNamesInitiator(),
          new OriginNotDisguised(),
          SUBJECT,
          MECHANISM,
          new OptOutWorksThirtyDays(),
          new MenuOffersNone(),
          new OutageExcused(),
          new OptOutUnburdened(),
          new ReceivingAddressReached(),
          new OptOutHonored(),
          new AgentsHonorOptOut(),
          new NoHelpAfterOptOut(),
          new AddressNotPassedOn(),
          new ConsentAfterOptOut(),
          IDENTIFIER,
          NOTICE,
          ADDRESS,
          new ConsentExcusesIdentifierOnly(),
          new AddressNotHarvested(),
          new AddressNotGenerated(),
          new AccountsNotAutomated(),
          new RelayAuthorized(),
          new SexuallyOrientedMaterial(),
          new SexuallyExplicitLabelExact(),
          new FirstViewClean(),
          new ConsentExcusesLabel(),
          new NotPromotedByFalseHeaders(),
          new SuppliersNotInvolved(),
          new WirelessAuthorized());

  /** Definitions that yield no finding of their own: they are inputs to the rules named. */
  private static final List<String> INPUTS =
      List.of("R316-02", "R316-03", "R316-04", "R316-05", "R316-06");

  /** What a designated sender has to keep, 16 CFR 316.2(m). */
  private static final List<CanSpamRule> KEPT_BY_DESIGNATED =
      List.of(HEADER, SUBJECT, MECHANISM, IDENTIFIER, NOTICE, ADDRESS);

  private CanSpamRules() {}

  /** What a rule is. */
  public enum Kind {
    /** Something to do or to leave; it can be violated. */
    DUTY,
    /** What excuses; MET says that it is available, NOT_APPLICABLE that it is not or not needed. */
    DEFENCE,
    /** What a word means or how a class is found; MET says that its test is fulfilled. */
    DEFINITION
  }

  /**
   * A rule in one period.
   *
   * @param id as in findings
   * @param kind what it is
   * @param title a few words
   * @param citation source of law
   * @param from first day, included
   * @param until first day on which it no longer holds so; null while it does
   * @param confirmed whether the dates were confirmed in a source
   * @param summary what the law says, in our words
   * @param test what is tested
   * @param note on the dates
   */
  public record Rule(
      String id,
      Kind kind,
      String title,
      String citation,
      LocalDate from,
      @Nullable LocalDate until,
      boolean confirmed,
      String summary,
      String test,
      String note) {}

  /**
   * Every rule and definition in every period, in the order of the list; a rule whose test changed
   * appears once a period.
   */
  public static List<Rule> all() {
    List<String> ids = new ArrayList<>(RULES.stream().map(CanSpamRule::id).toList());
    ids.addAll(INPUTS);
    return ids.stream().flatMap(id -> Law.RULES.rows(id).stream()).map(CanSpamRules::rule).toList();
  }

  /** The rules and definitions in force on a day, each in the form it then had. */
  public static List<Rule> inForce(LocalDate day) {
    return all().stream()
        .filter(
            rule ->
                !day.isBefore(rule.from()) && (rule.until() == null || day.isBefore(rule.until())))
        .toList();
  }

  /**
   * Whether a finding with this id is about a duty: only a duty is kept or broken. A defence or a
   * definition that is MET says nothing good of a message, nor anything bad that is open.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  public static boolean isDuty(String id) {
    List<DatedTable.Row> rows = Law.RULES.rows(id);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return Kind.valueOf(rows.get(0).cell("kind")) == Kind.DUTY;
  }

  /** The ids of the rules that yield a finding, in the order of the list. */
  static List<String> evaluated() {
    return RULES.stream().map(CanSpamRule::id).toList();
  }

  /**
   * What every rule says of one message, in the order of the list; a later rule sees the findings
   * of the earlier ones. Where the primary purpose is not determined the message is examined as if
   * it were commercial, and no duty is then found kept or broken: that the message is commercial is
   * a missing fact of each.
   *
   * @param lawAsOf the day whose law applies
   */
  public static List<Finding> evaluate(
      MessageFacts facts, RecordedFacts recorded, LocalDate lawAsOf) {
    Matter bare =
        new Matter(
            facts,
            recorded,
            Classification.of(facts, recorded),
            lawAsOf,
            new Senders(List.of(), Senders.State.UNKNOWN, "", List.of()),
            List.of());
    Matter matter = bare.with(Senders.of(bare, KEPT_BY_DESIGNATED));
    List<Finding> findings = new ArrayList<>(RULES.size());
    Matter sofar = matter.after(Collections.unmodifiableList(findings));
    for (CanSpamRule rule : RULES) {
      findings.add(finding(rule, sofar));
    }
    return List.copyOf(findings);
  }

  /**
   * What the rules say that need no message: what happened to an address.
   *
   * @param lawAsOf the day whose law applies
   */
  public static List<Finding> evaluateRecords(RecordedFacts recorded, LocalDate lawAsOf) {
    return evaluate(NoMessage.FACTS, recorded, lawAsOf).stream()
        .filter(
            finding ->
                RULES.stream()
                    .anyMatch(
                        rule ->
                            rule.reach() == CanSpamRule.Reach.NO_MESSAGE
                                && rule.id().equals(finding.requirement())))
        .toList();
  }

  /**
   * How many business days after a request mail may still be sent, 15 U.S.C. 7704(a)(4)(A)(i).
   *
   * @param day the day whose law applies
   */
  public static int optOutGrace(LocalDate day) {
    return Law.threshold("opt-out-grace", Unit.BUSINESS_DAYS, day);
  }

  /**
   * For how many days after its transmission a message's way to object must work, 15 U.S.C.
   * 7704(a)(3)(A)(ii).
   *
   * @param day the day whose law applies
   */
  public static int optOutLife(LocalDate day) {
    return Law.threshold("opt-out-life", Unit.DAYS, day);
  }

  /**
   * What one rule says of a commercial message of which nothing is known but what is recorded: a
   * line of a log of sends. That the message is commercial is taken as recorded.
   *
   * @param requirement id of a rule, for example {@code SUP-01}
   * @param lawAsOf the day whose law applies
   * @throws IllegalArgumentException if there is no such rule
   */
  public static Finding evaluateSend(
      String requirement, RecordedFacts recorded, LocalDate lawAsOf) {
    CanSpamRule rule =
        RULES.stream()
            .filter(each -> each.id().equals(requirement))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no rule " + requirement));
    PrimaryPurpose commercial =
        new PrimaryPurpose(
            PrimaryPurpose.Value.COMMERCIAL, "recorded", List.of(), List.of(), List.of());
    Matter bare =
        new Matter(
            NoMessage.FACTS,
            recorded,
            commercial,
            lawAsOf,
            new Senders(List.of(), Senders.State.UNKNOWN, "", List.of()),
            List.of());
    DatedTable.Row law = Law.RULES.at(requirement, lawAsOf);
    return finding(law, lawAsOf, rule.decide(bare.with(Senders.of(bare, List.of()))));
  }

  private static Finding finding(CanSpamRule rule, Matter matter) {
    LocalDate day = matter.lawAsOf();
    DatedTable.Row law = Law.RULES.find(rule.id(), day).orElse(null);
    if (law == null) {
      DatedTable.Row first = Law.RULES.rows(rule.id()).get(0);
      return finding(
          first,
          day,
          CanSpamRule.Answer.notApplicable(
              "Not in force on " + day + ": in force from " + first.from() + "."));
    }
    if (rule.reach() == CanSpamRule.Reach.NO_MESSAGE && asked(matter)) {
      return finding(law, day, rule.decide(matter));
    }
    if (!matter.facts().readable()) {
      return finding(
          law,
          day,
          CanSpamRule.Answer.open(
              "The message could not be read as a whole, so that nothing can be said to be absent.",
              "a reading of the whole message"));
    }
    if (rule.reach() == CanSpamRule.Reach.ANY) {
      return finding(law, day, rule.decide(matter));
    }
    return switch (matter.purpose().value()) {
      case TRANSACTIONAL ->
          finding(
              law,
              day,
              rule.reach() == CanSpamRule.Reach.COMMERCIAL_OR_TRANSACTIONAL
                  ? rule.decide(matter)
                  : CanSpamRule.Answer.notApplicable(
                      "It does not reach transactional or relationship messages."));
      case OTHER ->
          finding(
              law,
              day,
              CanSpamRule.Answer.notApplicable(
                  "It reaches commercial messages, and this one is not."));
      case COMMERCIAL -> finding(law, day, rule.decide(matter));
      case UNDETERMINED -> finding(law, day, asIfCommercial(rule.decide(matter)));
    };
  }

  /**
   * Whether a rule on an address is examined whatever the message: if there is none, or an
   * objection or a transfer is recorded. Else it is examined as the others are, for commercial
   * messages.
   */
  private static boolean asked(Matter matter) {
    return matter.facts().equals(NoMessage.FACTS)
        || !matter.recorded().all(OptOutRequest.class).isEmpty()
        || !matter.recorded().all(Transfer.class).isEmpty();
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

  private static Finding finding(DatedTable.Row law, LocalDate day, CanSpamRule.Answer answer) {
    return new Finding(
        law.id(),
        law.citation(),
        answer.verdict(),
        day,
        law.confirmed() ? answer.reason() : answer.reason() + " (" + law.cell("note") + ")",
        answer.missing(),
        answer.spans());
  }

  private static Rule rule(DatedTable.Row row) {
    return new Rule(
        row.id(),
        Kind.valueOf(row.cell("kind")),
        row.cell("title"),
        row.citation(),
        row.from(),
        row.until(),
        row.confirmed(),
        row.cell("summary"),
        row.cell("test"),
        row.cell("note"));
  }
}
