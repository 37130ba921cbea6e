package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.Span;

/**
 * The primary purpose of a message by 16 CFR 316.3, and how it was reached.
 *
 * @param value the class
 * @param branch the id of the branch that fired: {@code CLS-01} to {@code CLS-06}
 * @param because the facts, in short sentences
 * @param wouldFlip what would change the answer, in short sentences
 * @param spans the words it rests on
 */
public record PrimaryPurpose(
    Value value, String branch, List<String> because, List<String> wouldFlip, List<Span> spans) {

  /** The classes. */
  public enum Value {
    /** Advertisement or promotion of a commercial product or service. */
    COMMERCIAL,
    /** Transactional or relationship message, 15 U.S.C. 7702(17). */
    TRANSACTIONAL,
    /** Neither. */
    OTHER,
    /** Contested; duties are then examined as if the message were commercial. */
    UNDETERMINED
  }

  public PrimaryPurpose {
    because = List.copyOf(because);
    wouldFlip = List.copyOf(wouldFlip);
    spans = List.copyOf(spans);
  }
}
