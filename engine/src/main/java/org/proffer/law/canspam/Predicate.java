package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.Verdict;

/**
 * The violation of 7704(a) that an aggravated violation needs (15 U.S.C. 7704(b)): how the earlier
 * findings stand together.
 *
 * @param verdict VIOLATED if one of them is violated, UNDETERMINED if one may be
 */
record Predicate(Verdict verdict) {
  static Predicate of(Matter matter) {
    return new Predicate(matter.verdictOf("HDR-", "SUB-", "OPT-", "SUP-", "DIS-"));
  }

  /**
   * The answer of an aggravated violation.
   *
   * @param source of the recorded fact; empty if none is recorded
   * @param made whether the fact is made out
   * @param yes what it then says, without a full stop
   * @param no what is said otherwise, without a full stop
   * @param missing the fact to ask for
   */
  CanSpamRule.Answer decide(
      Optional<String> source, boolean made, String yes, String no, String missing) {
    if (source.isPresent() && !made) {
      return CanSpamRule.Answer.met(no + " (" + source.get() + ").");
    }
    return switch (verdict) {
      case VIOLATED ->
          source.isPresent()
              ? CanSpamRule.Answer.violated(yes + " (" + source.get() + ").")
              : CanSpamRule.Answer.open(
                  "The message violates 7704(a); whether that is aggravated is not recorded.",
                  missing);
      case UNDETERMINED -> {
        List<String> open = new ArrayList<>();
        open.add("whether the message violates 7704(a)");
        if (source.isEmpty()) {
          open.add(missing);
        }
        yield CanSpamRule.Answer.open(
            source.isPresent()
                ? yes + " (" + source.get() + "), if the message violates 7704(a)."
                : "Only a message that violates 7704(a) can be aggravated, and that is open.",
            List.of(),
            open);
      }
      case MET, NOT_APPLICABLE ->
          CanSpamRule.Answer.notApplicable(
              "The message does not violate 7704(a), so that nothing can aggravate it.");
    };
  }
}
