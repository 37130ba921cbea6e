package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.canspam.recorded.OptOutProcess;

/**
 * No fee, nothing beyond address and preferences, and no step beyond a reply or a single web page
 * is asked of one who objects.
 *
 * <p>Source: 16 CFR 316.5. The page behind the link is not in the message; words that state a
 * burden are named. What comes after the request is complete, as an optional survey, is no burden.
 */
final class OptOutUnburdened implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-05";
  }

  @Override
  public Answer decide(Matter matter) {
    Observation burden = matter.facts().optOutBurden();
    Optional<OptOutProcess> recorded = matter.recorded().last(OptOutProcess.class);
    if (recorded.isPresent()) {
      OptOutProcess process = recorded.get();
      List<String> asked = new ArrayList<>(process.information());
      asked.addAll(process.steps());
      if (process.fee()) {
        asked.add(0, "a fee");
      }
      return asked.isEmpty()
          ? Answer.met(
              "One who objects gives an address and preferences on one page or by a reply ("
                  + process.source()
                  + ").",
              burden.spans())
          : Answer.violated(
              "One who objects must also give or do: "
                  + String.join(", ", asked)
                  + " ("
                  + process.source()
                  + ").",
              burden.spans());
    }
    return Answer.open(
        burden.isPresent()
            ? "Words of the message ask for more than an address and preferences: "
                + String.join("; ", burden.because())
                + "."
            : "The message states no burden; what the page behind the link asks cannot be seen in it.",
        burden.spans(),
        "a record of each step that an objection takes");
  }
}
