package org.proffer.law.canspam;

import java.util.Optional;
import org.proffer.law.canspam.recorded.OptOutProcess;

/**
 * A menu of kinds of mail has the choice to receive no commercial mail at all.
 *
 * <p>Source: 15 U.S.C. 7704(a)(3)(B). A pause for a time is no such choice. The page behind the
 * link is not in the message.
 */
final class MenuOffersNone implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-03";
  }

  @Override
  public Answer decide(Matter matter) {
    Optional<OptOutProcess> process = matter.recorded().last(OptOutProcess.class);
    Observation menu = matter.facts().optOutMenu();
    if (process.isEmpty()) {
      return Answer.open(
          menu.isPresent()
              ? "The message announces a choice of kinds of mail."
              : "Whether the page offers a choice of kinds of mail cannot be seen in the message.",
          menu.spans(),
          "a record of the choices that an objection offers");
    }
    String source = " (" + process.get().source() + ").";
    if (!process.get().menu()) {
      return Answer.notApplicable("No menu of kinds of mail is offered" + source);
    }
    return Boolean.TRUE.equals(process.get().offersNone())
        ? Answer.met("The menu offers to receive no commercial mail at all" + source, menu.spans())
        : Answer.violated(
            "The menu has no choice to receive no commercial mail at all" + source, menu.spans());
  }
}
