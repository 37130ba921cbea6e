package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.canspam.recorded.Registration;

/**
 * Access to the address, domain or Internet Protocol address in the header was not obtained by
 * false or fraudulent pretenses.
 *
 * <p>Source: 15 U.S.C. 7704(a)(1)(A). Never in the bytes. A privacy service in the registration
 * proves nothing by itself.
 */
final class AccessHonestlyObtained implements CanSpamRule {
  @Override
  public String id() {
    return "HDR-A";
  }

  @Override
  public Reach reach() {
    return Reach.COMMERCIAL_OR_TRANSACTIONAL;
  }

  @Override
  public Answer decide(Matter matter) {
    List<Registration> registrations = matter.recorded().all(Registration.class);
    for (Registration registration : registrations) {
      if (registration.falsePretenses()) {
        return Answer.violated(
            registration.by()
                + " obtained "
                + registration.name()
                + " by false pretenses ("
                + registration.source()
                + ").");
      }
    }
    return registrations.isEmpty()
        ? Answer.open(
            "How the sending address and domain were obtained cannot be seen in the message.",
            "the registrations of the domains, addresses and accounts in the header")
        : Answer.met(
            "Obtained honestly: "
                + String.join(
                    ", ",
                    registrations.stream().map(r -> r.name() + " (" + r.source() + ")").toList())
                + ".");
  }
}
