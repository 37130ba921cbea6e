package org.proffer.sentencing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Objection;
import org.proffer.records.RecordView;

/**
 * How the case ends for one defendant.
 *
 * @param charged what the standing instruments charge, a line each
 * @param pleaded pleas and verdicts with how sure they are, then what agreements say
 * @param range the guideline range, and who says so; empty if not known
 * @param sentence the newest; null if none is recorded
 * @param imprisonment in words; empty if no sentence is recorded
 * @param supervision supervised release or probation in words; empty for none
 * @param money fine, assessment, restitution, forfeiture and payments
 * @param terms on counts, where they differ
 * @param after what happened after the sentence, payments left out
 * @param earlier sentences that were amended, oldest first
 * @param objections what the statutes have against the newest sentence
 */
public record Outcome(
    UUID party,
    String designation,
    String name,
    List<String> charged,
    List<Line> pleaded,
    String range,
    @Nullable RecordView<Sentence> sentence,
    String imprisonment,
    String supervision,
    List<Line> money,
    List<Line> terms,
    List<Line> after,
    List<Line> earlier,
    List<Objection> objections) {
  public Outcome {
    charged = List.copyOf(charged);
    pleaded = List.copyOf(pleaded);
    money = List.copyOf(money);
    terms = List.copyOf(terms);
    after = List.copyOf(after);
    earlier = List.copyOf(earlier);
    objections = List.copyOf(objections);
  }

  /**
   * A record in words.
   *
   * @param record the record that says so
   */
  public record Line(UUID record, String words) {}

  /** How many offences are charged, in words; empty for none. */
  public String chargedShort() {
    return switch (charged.size()) {
      case 0 -> "";
      case 1 -> charged.get(0);
      default -> offences() + " offences";
    };
  }

  private long offences() {
    return charged.stream().filter(line -> line.contains(", count")).count();
  }

  /** How sure the sentence is, in words; empty if that is not said, or none is recorded. */
  public String certainty() {
    return sentence == null || sentence.content().certainty() == null
        ? ""
        : sentence.content().certainty().label();
  }

  /** What the law does not allow. */
  public List<Objection> breaches() {
    return objections.stream().filter(Objection::breach).toList();
  }

  /** What a person has to look at. */
  public List<Objection> doubts() {
    return objections.stream().filter(objection -> !objection.breach()).toList();
  }

  /** How many objections there are, in words. */
  public String objectionsShort() {
    int breaches = breaches().size();
    int doubts = doubts().size();
    return breaches == 0
        ? doubts + " to look at"
        : breaches + " not allowed" + (doubts == 0 ? "" : ", " + doubts + " to look at");
  }

  /** Why the sentence is recorded despite objections; empty if it needs no reason. */
  public String reasonDespite() {
    return sentence == null ? "" : sentence.content().reasonDespite();
  }
}
