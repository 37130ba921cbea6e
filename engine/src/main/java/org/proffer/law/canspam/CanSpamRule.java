package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.Verdict;

/** One requirement, defence or definition that yields a finding. */
interface CanSpamRule {

  /** Id, as in the list of requirements. */
  String id();

  /** What the rule reaches. */
  default Reach reach() {
    return Reach.COMMERCIAL;
  }

  /** What the rule says of a message it reaches, while it is in force. */
  Answer decide(Matter matter);

  /** Which messages a rule reaches. */
  enum Reach {
    /** Commercial messages. */
    COMMERCIAL,
    /** Commercial and transactional or relationship messages, 15 U.S.C. 7704(a)(1). */
    COMMERCIAL_OR_TRANSACTIONAL,
    /** Any message: the rule says of what class it is. */
    ANY,
    /** What happened to an address, whatever the message. */
    NO_MESSAGE
  }

  /**
   * A verdict with its grounds.
   *
   * @param missing what would decide it; only with {@link Verdict#UNDETERMINED}
   */
  record Answer(Verdict verdict, String reason, List<String> missing, List<Span> spans) {
    public Answer {
      missing = List.copyOf(missing);
      spans = List.copyOf(spans);
    }

    static Answer met(String reason, List<Span> spans) {
      return new Answer(Verdict.MET, reason, List.of(), spans);
    }

    static Answer met(String reason) {
      return met(reason, List.of());
    }

    static Answer violated(String reason, List<Span> spans) {
      return new Answer(Verdict.VIOLATED, reason, List.of(), spans);
    }

    static Answer violated(String reason) {
      return violated(reason, List.of());
    }

    static Answer notApplicable(String reason) {
      return new Answer(Verdict.NOT_APPLICABLE, reason, List.of(), List.of());
    }

    static Answer open(String reason, List<Span> spans, String... missing) {
      return new Answer(Verdict.UNDETERMINED, reason, List.of(missing), spans);
    }

    static Answer open(String reason, List<Span> spans, List<String> missing) {
      return new Answer(Verdict.UNDETERMINED, reason, missing, spans);
    }

    static Answer open(String reason, String... missing) {
      return open(reason, List.of(), missing);
    }

    static Answer notJudged(String what, Observation observation) {
      return open(
          what + " could not be judged: " + String.join("; ", observation.because()) + ".",
          List.of(),
          "a person's reading of the message");
    }
  }
}
