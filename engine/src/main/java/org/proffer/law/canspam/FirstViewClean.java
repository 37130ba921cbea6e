package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Judgement;

/**
 * What is seen on opening sexually oriented mail holds only what the rule allows.
 *
 * <p>Source: 15 U.S.C. 7704(d)(1)(B); 16 CFR 316.4(a)(2), before 28 March 2005 316.1(a)(2). Decided
 * by a recorded judgement of the first view, with remote images loaded, which needs no further
 * action of the recipient.
 */
final class FirstViewClean implements CanSpamRule {
  @Override
  public String id() {
    return "SEX-02";
  }

  @Override
  public Answer decide(Matter matter) {
    if (matter.recorded().judged(Judgement.Question.SEXUALLY_ORIENTED, false)) {
      return Answer.notApplicable("The material was judged not to be sexually oriented.");
    }
    Consents.Found consent = Consents.before(matter);
    if (consent.verdict() == Verdict.MET) {
      return Answer.notApplicable("Excused by 7704(d)(2). " + consent.reason());
    }
    Optional<Judgement> view = matter.recorded().judged(Judgement.Question.FIRST_VIEW_CLEAN);
    boolean sexual = matter.recorded().judged(Judgement.Question.SEXUALLY_ORIENTED, true);
    if (sexual && view.isPresent()) {
      String source = view.get().by() + " (" + view.get().source() + ").";
      if (view.get().yes()) {
        return Answer.met("The first view holds only what the rule allows, says " + source);
      }
      if (consent.verdict() == Verdict.NOT_APPLICABLE) {
        return Answer.violated("The first view holds more than the rule allows, says " + source);
      }
    }
    List<String> missing = new ArrayList<>();
    if (!sexual) {
      missing.add("a reviewer's view on whether the material is sexually oriented");
    }
    if (view.isEmpty()) {
      missing.add("a reviewer's view on what the first view shows");
    }
    if (consent.verdict() == Verdict.UNDETERMINED) {
      missing.add(consent.missing());
    }
    return Answer.open(
        "What the first view shows is for a person to judge.", java.util.List.of(), missing);
  }
}
