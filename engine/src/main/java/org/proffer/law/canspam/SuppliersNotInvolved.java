package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Supplier;

/**
 * One who supplies a promoted business is answerable only through ownership, or actual knowledge
 * and benefit.
 *
 * <p>Source: 15 U.S.C. 7705(b). Needs a violation of 7705(a). Enforced by the Federal Trade
 * Commission alone (7705(c)).
 */
final class SuppliersNotInvolved implements CanSpamRule {
  @Override
  public String id() {
    return "PRO-02";
  }

  @Override
  public Answer decide(Matter matter) {
    List<Supplier> suppliers = matter.recorded().all(Supplier.class);
    Verdict promoted = matter.verdict("PRO-01").orElse(Verdict.UNDETERMINED);
    if (promoted == Verdict.MET || promoted == Verdict.NOT_APPLICABLE) {
      return Answer.notApplicable("No business violates 7705(a) by the message.");
    }
    for (Supplier supplier : suppliers) {
      if (supplier.majorityInterest() || (supplier.actualKnowledge() && supplier.benefit())) {
        String what =
            supplier.name()
                + (supplier.majorityInterest()
                    ? " has more than half of the business ("
                    : " actually knew and gained or expected to gain (")
                + supplier.source()
                + ").";
        return promoted == Verdict.VIOLATED
            ? Answer.violated(what)
            : Answer.open(what, "whether a business violates 7705(a) by the message");
      }
    }
    if (!suppliers.isEmpty()) {
      return Answer.met(
          "No supplier has more than half of the business, or knowledge with benefit ("
              + suppliers.get(0).source()
              + ").");
    }
    List<String> missing = new ArrayList<>();
    if (promoted == Verdict.UNDETERMINED) {
      missing.add("whether a business violates 7705(a) by the message");
    }
    missing.add("who supplied the promoted business, and with what interest and knowledge");
    return Answer.open("Nothing is recorded of suppliers.", List.of(), missing);
  }
}
