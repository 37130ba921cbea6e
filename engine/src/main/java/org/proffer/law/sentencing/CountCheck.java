package org.proffer.law.sentencing;

import org.proffer.law.fraud.Offender;
import org.proffer.law.sentencing.SentenceObjection.Code;

/** Imprisonment, supervised release and probation on one count. */
final class CountCheck {
  private final CountSentence sentence;
  private final StatutoryLimits limits;
  private final Offender offender;
  private final Objections objections;

  CountCheck(
      CountSentence sentence, StatutoryLimits limits, Offender offender, Objections objections) {
    this.sentence = sentence;
    this.limits = limits;
    this.offender = offender;
    this.objections = objections;
  }

  void run() {
    if (sentence.imprisonment() == null
        && sentence.probationMonths() == null
        && sentence.fine() == null) {
      objections.breach(
          Code.SENTENCE_MISSING,
          sentence.count(),
          "count " + sentence.count() + " has no imprisonment, probation or fine",
          Objections.known("a sentence", "18 U.S.C. 3551(b), (c)"),
          "none");
      return;
    }
    if (sentence.imprisonment() != null && offender == Offender.ORGANISATION) {
      objections.breach(
          Code.ORGANISATION_IMPRISONED,
          sentence.count(),
          "an organisation cannot be imprisoned, as on count " + sentence.count(),
          Objections.known("probation or a fine", "18 U.S.C. 3551(c)"),
          sentence.imprisonment().words());
    } else {
      imprisonment();
    }
    supervisedRelease();
    if (sentence.probationMonths() != null) {
      probation(sentence.probationMonths());
    }
  }

  private void imprisonment() {
    Term term = sentence.imprisonment();
    if (term == null) {
      limits.minimum().ifPresent(minimum -> underMinimum("no imprisonment", minimum));
      return;
    }
    if (term.exceeds(limits.imprisonment().value())) {
      Limit<String> maximum = Objections.months(limits.imprisonment());
      objections.breach(
          Code.IMPRISONMENT_OVER_MAXIMUM,
          sentence.count(),
          term.words() + onCount() + " exceeds the maximum of " + maximum.value(),
          maximum,
          term.words());
    } else if (term.length().isEmpty()) {
      objections.doubt(
          Code.TIME_SERVED_NOT_MEASURED,
          sentence.count(),
          "how long the time served" + onCount() + " was is not recorded",
          Objections.months(limits.imprisonment()),
          term.words());
    } else {
      limits
          .minimum()
          .filter(minimum -> term.isUnder(minimum.value()))
          .ifPresent(minimum -> underMinimum(term.words(), minimum));
    }
  }

  private void underMinimum(String actual, Limit<Integer> minimum) {
    Limit<String> words = Objections.months(minimum);
    objections.breach(
        Code.IMPRISONMENT_UNDER_MINIMUM,
        sentence.count(),
        actual + onCount() + " is less than the mandatory " + words.value(),
        words,
        actual);
  }

  private void supervisedRelease() {
    Integer months = sentence.supervisedReleaseMonths();
    if (months == null) {
      return;
    }
    String actual = new Term.Fixed(months, 0).words();
    if (months > limits.supervisedRelease().value()) {
      Limit<String> maximum = Objections.months(limits.supervisedRelease());
      objections.breach(
          Code.SUPERVISED_RELEASE_OVER_MAXIMUM,
          sentence.count(),
          actual
              + " of supervised release"
              + onCount()
              + " exceeds the maximum of "
              + maximum.value()
              + " for a "
              + limits.tier().offenceClass().words(),
          maximum,
          actual);
    }
    if (sentence.imprisonment() == null) {
      objections.breach(
          Code.SUPERVISED_RELEASE_WITHOUT_IMPRISONMENT,
          sentence.count(),
          "supervised release" + onCount() + " follows imprisonment, and there is none",
          Objections.known("after imprisonment", "18 U.S.C. 3583(a)"),
          actual);
    }
  }

  private void probation(int months) {
    String actual = new Term.Fixed(months, 0).words();
    limits
        .probationBar()
        .ifPresent(
            bar ->
                objections.breach(
                    Code.PROBATION_BARRED,
                    sentence.count(),
                    "the offence of count " + sentence.count() + " bars probation",
                    Objections.known("no probation", bar),
                    actual));
    if (sentence.imprisonment() != null) {
      objections.breach(
          Code.PROBATION_WITH_IMPRISONMENT,
          sentence.count(),
          "probation" + onCount() + " stands beside imprisonment",
          Objections.known("one or the other", "18 U.S.C. 3561(a)(3)"),
          actual);
    }
    Limit<String> maximum = Objections.months(limits.probation());
    Limit<String> minimum = Objections.months(limits.probationMinimum());
    if (months > limits.probation().value()) {
      objections.breach(
          Code.PROBATION_OVER_MAXIMUM,
          sentence.count(),
          actual + " of probation" + onCount() + " exceeds the maximum of " + maximum.value(),
          maximum,
          actual);
    } else if (months < limits.probationMinimum().value()) {
      objections.breach(
          Code.PROBATION_UNDER_MINIMUM,
          sentence.count(),
          actual + " of probation" + onCount() + " is less than the minimum of " + minimum.value(),
          minimum,
          actual);
    }
  }

  private String onCount() {
    return " on count " + sentence.count();
  }
}
