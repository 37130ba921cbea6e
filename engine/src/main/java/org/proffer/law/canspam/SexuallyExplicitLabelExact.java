package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Judgement;

/**
 * The subject of sexually oriented mail begins with the exact 19 characters of the label.
 *
 * <p>Source: 15 U.S.C. 7704(d)(1); 16 CFR 316.4(a)(1), before 28 March 2005 316.1(a)(1). Each
 * character is an element of ASCII (316.2(b)). Whether the material is sexually oriented is for a
 * person (7704(d)(4)), never for the engine alone; so is whether the rest of the subject is clean.
 */
final class SexuallyExplicitLabelExact implements CanSpamRule {
  @Override
  public String id() {
    return "SEX-01";
  }

  @Override
  public Answer decide(Matter matter) {
    Observation label = matter.facts().sexuallyExplicitLabel();
    if (matter.recorded().judged(Judgement.Question.SEXUALLY_ORIENTED, false)) {
      return Answer.notApplicable("The material was judged not to be sexually oriented.");
    }
    Consents.Found consent = Consents.before(matter);
    if (consent.verdict() == Verdict.MET) {
      return Answer.notApplicable("Excused by 7704(d)(2). " + consent.reason());
    }
    if (label.isPresent()) {
      return Answer.met(
          "The decoded subject begins with the exact label; whether the rest of it is clean is for a reviewer.",
          label.spans());
    }
    boolean sexual = matter.recorded().judged(Judgement.Question.SEXUALLY_ORIENTED, true);
    if (sexual && consent.verdict() == Verdict.NOT_APPLICABLE) {
      return Answer.violated(
          "The subject of sexually oriented mail does not begin with the exact label. "
              + consent.reason(),
          label.spans());
    }
    List<String> missing = new ArrayList<>();
    if (!sexual) {
      missing.add("a reviewer's view on whether the material is sexually oriented");
    }
    if (consent.verdict() == Verdict.UNDETERMINED) {
      missing.add(consent.missing());
    }
    return Answer.open(
        "The subject does not begin with the label, which only sexually oriented material needs.",
        label.spans(),
        missing);
  }
}
