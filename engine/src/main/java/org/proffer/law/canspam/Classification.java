package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.canspam.recorded.PurposeJudgement;
import org.proffer.law.canspam.recorded.Relationship;

/**
 * The primary purpose, 16 CFR 316.3, from the engine's reading, a person's judgement, and the
 * record of a transaction.
 *
 * <p>A person's judgement overrules the engine. A message that claims a transaction of which the
 * records say that it does not exist is contested. A claimed transaction of which nothing is
 * recorded is taken as claimed, and the branch stays open. Before 28 March 2005 the criteria were
 * not yet law; the Act's own words (7702(2), (17)) are then read by them.
 */
final class Classification {
  private Classification() {}

  static PrimaryPurpose of(MessageFacts facts, RecordedFacts recorded) {
    PrimaryPurpose read = facts.purpose();
    Optional<PurposeJudgement> judged = recorded.last(PurposeJudgement.class);
    if (judged.isPresent()) {
      List<String> because = new ArrayList<>();
      because.add(
          judged.get().by()
              + " judged the primary purpose to be "
              + judged.get().purpose()
              + " ("
              + judged.get().source()
              + ")");
      because.addAll(read.because());
      return new PrimaryPurpose(
          PrimaryPurpose.Value.valueOf(judged.get().purpose().name()),
          read.branch(),
          because,
          read.wouldFlip(),
          read.spans());
    }
    List<Relationship> relationships = recorded.all(Relationship.class);
    if (read.value() == PrimaryPurpose.Value.TRANSACTIONAL
        && !relationships.isEmpty()
        && relationships.stream().noneMatch(Relationship::exists)) {
      List<String> because = new ArrayList<>();
      because.add("no such transaction exists (" + relationships.get(0).source() + ")");
      because.addAll(read.because());
      return new PrimaryPurpose(
          PrimaryPurpose.Value.UNDETERMINED,
          read.branch(),
          because,
          read.wouldFlip(),
          read.spans());
    }
    return read;
  }

  static CanSpamRule.Answer answer(String branch, Matter matter) {
    PrimaryPurpose purpose = matter.purpose();
    if (!purpose.branch().equals(branch)) {
      return CanSpamRule.Answer.notApplicable("Decided by " + purpose.branch() + ".");
    }
    String because = String.join("; ", purpose.because()) + ".";
    boolean contested = purpose.value() == PrimaryPurpose.Value.UNDETERMINED;
    boolean judged = matter.recorded().last(PurposeJudgement.class).isPresent();
    Optional<Relationship> relationship =
        matter.recorded().all(Relationship.class).stream().filter(Relationship::exists).findFirst();
    if (contested) {
      return CanSpamRule.Answer.open(
          "Contested: " + because, purpose.spans(), "a person's reading of the primary purpose");
    }
    if (purpose.value() == PrimaryPurpose.Value.TRANSACTIONAL
        && relationship.isEmpty()
        && !judged) {
      return CanSpamRule.Answer.open(
          "Transactional or relationship as the message claims: " + because,
          purpose.spans(),
          "a record of the transaction or relationship");
    }
    return CanSpamRule.Answer.met(
        says(purpose.value())
            + relationship
                .filter(fact -> purpose.value() == PrimaryPurpose.Value.TRANSACTIONAL)
                .map(fact -> ", " + fact.category() + ", " + fact.what())
                .orElse("")
            + ": "
            + because
            + (branch.equals("CLS-02") ? " " + Law.reading("mixed-content", matter.lawAsOf()) : ""),
        purpose.spans());
  }

  private static String says(PrimaryPurpose.Value value) {
    return switch (value) {
      case COMMERCIAL -> "Commercial";
      case TRANSACTIONAL -> "Transactional or relationship";
      case OTHER -> "Neither commercial nor transactional";
      case UNDETERMINED -> "Contested";
    };
  }
}
