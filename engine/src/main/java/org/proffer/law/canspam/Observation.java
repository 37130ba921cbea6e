package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.Span;

/**
 * Whether something stands in a message, and the words that show it.
 *
 * @param state present, absent, or not judged
 * @param spans the words it rests on; empty when absent
 * @param because why, in short sentences for a person; when not judged, what kept it from being
 *     judged
 */
public record Observation(State state, List<Span> spans, List<String> because) {

  /** What can be said. */
  public enum State {
    /** It is there. */
    PRESENT,
    /** It is not there, in any text of the message. */
    ABSENT,
    /** It cannot be said (an image, another language, a part that could not be read). */
    NOT_JUDGED
  }

  public Observation {
    spans = List.copyOf(spans);
    because = List.copyOf(because);
  }

  /** Whether it is there. */
  public boolean isPresent() {
    return state == State.PRESENT;
  }

  /** Whether it is certain that it is not there. */
  public boolean isAbsent() {
    return state == State.ABSENT;
  }

  /** There, shown by these words. */
  public static Observation present(List<Span> spans, String... because) {
    return new Observation(State.PRESENT, spans, List.of(because));
  }

  /** Not there. */
  public static Observation absent(String... because) {
    return new Observation(State.ABSENT, List.of(), List.of(because));
  }

  /** Not judged, for this reason. */
  public static Observation notJudged(String because) {
    return new Observation(State.NOT_JUDGED, List.of(), List.of(because));
  }
}
