package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.Verdict;

/** One requirement. */
interface CanSpamRule {

  /** Id, as in the list of requirements. */
  String id();

  /**
   * Whether the requirement also reaches transactional or relationship messages (only 7704(a)(1)
   * does).
   */
  default boolean reachesTransactional() {
    return false;
  }

  /** What the requirement says of a message it reaches, while it is in force. */
  Answer decide(MessageFacts facts, RecordedFacts recorded);

  /**
   * A verdict with its grounds.
   *
   * @param missing what would decide it; only with {@link Verdict#UNDETERMINED}
   */
  record Answer(Verdict verdict, String reason, List<String> missing, List<Span> spans) {

    static Answer met(String reason, List<Span> spans) {
      return new Answer(Verdict.MET, reason, List.of(), spans);
    }

    static Answer violated(String reason, List<Span> spans) {
      return new Answer(Verdict.VIOLATED, reason, List.of(), spans);
    }

    static Answer open(String reason, List<Span> spans, String... missing) {
      return new Answer(Verdict.UNDETERMINED, reason, List.of(missing), spans);
    }

    static Answer notJudged(String what, Observation observation) {
      return open(
          what + " could not be judged: " + String.join("; ", observation.because()) + ".",
          List.of(),
          "a person's reading of the message");
    }
  }
}
