package org.proffer.law.sentencing;

import org.proffer.law.Certainty;
import org.proffer.law.Usd;
import org.proffer.law.sentencing.SentenceObjection.Code;

/** Fine and special assessment on one count. */
final class MoneyCheck {
  private final CountSentence sentence;
  private final StatutoryLimits limits;
  private final Objections objections;

  MoneyCheck(CountSentence sentence, StatutoryLimits limits, Objections objections) {
    this.sentence = sentence;
    this.limits = limits;
    this.objections = objections;
  }

  void run() {
    if (sentence.fine() != null) {
      fine(sentence.fine());
    }
    assessment();
  }

  private void fine(Usd fine) {
    Limit<Usd> maximum = limits.fine();
    if (fine.compareTo(maximum.value()) <= 0) {
      return;
    }
    Limit<String> words =
        new Limit<>(maximum.value().toString(), maximum.citation(), maximum.certainty());
    String exceeds =
        "a fine of " + fine + " on count " + sentence.count() + " exceeds " + maximum.value();
    if (limits.fineCanRise()) {
      objections.doubt(
          Code.FINE_OVER_MAXIMUM,
          sentence.count(),
          exceeds + ", and stands only on a gain, loss or property that is not recorded",
          words,
          fine.toString());
    } else {
      objections.breach(Code.FINE_OVER_MAXIMUM, sentence.count(), exceeds, words, fine.toString());
    }
  }

  private void assessment() {
    Limit<Usd> required = limits.assessment();
    Usd stated = sentence.assessment();
    if (required.value().equals(stated)) {
      return;
    }
    String actual = stated == null ? "none" : stated.toString();
    Certainty certainty = required.certainty();
    objections.breach(
        Code.ASSESSMENT_DIFFERS,
        sentence.count(),
        (stated == null ? "no special assessment" : "a special assessment of " + stated)
            + " on count "
            + sentence.count()
            + ", where the law requires "
            + required.value()
            + " for a "
            + limits.tier().offenceClass().words(),
        new Limit<>(required.value().toString(), required.citation(), certainty),
        actual);
  }
}
