package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Promotion;

/**
 * No business lets itself be promoted in a message whose header information violates 7704(a)(1).
 *
 * <p>Source: 15 U.S.C. 7705(a). All three are needed: knew or should have known, benefit, no
 * reasonable action. Enforced by the Federal Trade Commission alone (7705(c)).
 */
final class NotPromotedByFalseHeaders implements CanSpamRule {
  @Override
  public String id() {
    return "PRO-01";
  }

  @Override
  public Answer decide(Matter matter) {
    List<Promotion> promotions = matter.recorded().all(Promotion.class);
    Verdict header = matter.verdict("HDR-01").orElse(Verdict.UNDETERMINED);
    if (header == Verdict.MET || header == Verdict.NOT_APPLICABLE) {
      return Answer.notApplicable("The message does not violate 7704(a)(1).");
    }
    for (Promotion promotion : promotions) {
      if (promotion.knewOrShouldHave() && promotion.benefit() && !promotion.reasonableAction()) {
        String what =
            promotion.business()
                + " knew or should have known, gained or expected to gain, and took no reasonable action ("
                + promotion.source()
                + ").";
        return header == Verdict.VIOLATED
            ? Answer.violated(what + " Enforced by the Federal Trade Commission alone.")
            : Answer.open(what, "whether the message violates 7704(a)(1)");
      }
    }
    if (!promotions.isEmpty()) {
      return Answer.met(
          "Knowledge, benefit and no reasonable action do not come together ("
              + promotions.get(0).source()
              + ").");
    }
    List<String> missing = new ArrayList<>();
    if (header == Verdict.UNDETERMINED) {
      missing.add("whether the message violates 7704(a)(1)");
    }
    missing.add("what the promoted business knew, gained and did");
    return Answer.open("Nothing is recorded of the promoted business.", List.of(), missing);
  }
}
