package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.Knowledge;

/**
 * What is recorded about a message beyond its bytes: consents, requests to receive no more, tests,
 * registrations, roles, knowledge, judgements. Each fact names its source. What is not here is
 * unknown, not false.
 *
 * @param facts in the order they were recorded; of a kind that can hold only once, the last counts
 */
public record RecordedFacts(List<Fact> facts) {

  /** Nothing is recorded: the engine has the message alone. */
  public static final RecordedFacts NONE = new RecordedFacts(List.of());

  public RecordedFacts {
    facts = List.copyOf(facts);
    for (Fact fact : facts) {
      if (fact.source().isBlank()) {
        throw new IllegalArgumentException("a fact without a source: " + fact);
      }
    }
  }

  /** These facts. */
  public static RecordedFacts of(Fact... facts) {
    return new RecordedFacts(List.of(facts));
  }

  /** These facts and then others, which count where only one can. */
  public RecordedFacts and(RecordedFacts others) {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(others.facts);
    return new RecordedFacts(all);
  }

  /** These facts and then others, which count where only one can. */
  public RecordedFacts and(Fact... others) {
    return and(of(others));
  }

  /** All facts of a kind. */
  public <T extends Fact> List<T> all(Class<T> kind) {
    if (facts.isEmpty()) {
      return List.of();
    }
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The last fact of a kind. */
  public <T extends Fact> Optional<T> last(Class<T> kind) {
    List<T> all = all(kind);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Whether the records of a kind are said to be complete. */
  boolean complete(Complete.Records records) {
    return all(Complete.class).stream().anyMatch(fact -> fact.records() == records);
  }

  /** The last judgement on a question. */
  Optional<Judgement> judged(Judgement.Question question) {
    return all(Judgement.class).stream()
        .filter(judgement -> judgement.question() == question)
        .reduce((earlier, later) -> later);
  }

  /** Whether the last judgement on a question was this answer. */
  boolean judged(Judgement.Question question, boolean yes) {
    return judged(question).map(judgement -> judgement.yes() == yes).orElse(false);
  }

  /** What is recorded of somebody's knowledge. */
  List<Knowledge> knowledge(Knowledge.Subject of) {
    return all(Knowledge.class).stream().filter(knowledge -> knowledge.of() == of).toList();
  }
}
