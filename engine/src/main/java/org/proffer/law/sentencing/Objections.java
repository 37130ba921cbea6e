package org.proffer.law.sentencing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Certainty;
import org.proffer.law.sentencing.SentenceObjection.Code;
import org.proffer.law.sentencing.SentenceObjection.Severity;

/** The objections found so far; the citation closes the words of each. */
final class Objections {
  private final List<SentenceObjection> found = new ArrayList<>();

  void breach(Code code, @Nullable String count, String words, Limit<String> limit, String actual) {
    add(code, Severity.BREACH, count, words, limit, actual);
  }

  void doubt(Code code, @Nullable String count, String words, Limit<String> limit, String actual) {
    add(code, Severity.DOUBT, count, words, limit, actual);
  }

  private void add(
      Code code,
      Severity severity,
      @Nullable String count,
      String words,
      Limit<String> limit,
      String actual) {
    found.add(
        new SentenceObjection(
            code,
            severity,
            count,
            words + " (" + limit.citation() + ")",
            limit.citation(),
            limit.value(),
            actual,
            limit.certainty()));
  }

  void notInCatalogue(CountSentence count) {
    found.add(
        new SentenceObjection(
            Code.LAW_NOT_IN_CATALOGUE,
            Severity.DOUBT,
            count.count(),
            "count "
                + count.count()
                + " is not checked: the catalogue has no "
                + count.tier()
                + " on "
                + count.offenceEnd(),
            "",
            "",
            count.tier(),
            Certainty.TO_BE_CONFIRMED));
  }

  List<SentenceObjection> found() {
    return List.copyOf(found);
  }

  /** A limit in months as words. */
  static Limit<String> months(Limit<Integer> limit) {
    return new Limit<>(
        new Term.Fixed(limit.value(), 0).words(), limit.citation(), limit.certainty());
  }

  /** A duty that was not looked up in the text. */
  static Limit<String> known(String duty, String citation) {
    return new Limit<>(duty, citation, Certainty.FROM_KNOWLEDGE);
  }

  /** A duty that was read in the text. */
  static Limit<String> verified(String duty, String citation) {
    return new Limit<>(duty, citation, Certainty.VERIFIED);
  }
}
