package org.proffer.law.canspam;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.proffer.law.Unit;
import org.proffer.law.canspam.recorded.MobileAuthorization;
import org.proffer.law.canspam.recorded.WirelessDomain;

/**
 * Commercial mail to a domain of mobile services is authorized by the addressee.
 *
 * <p>Source: 15 U.S.C. 7712; 47 CFR 64.3100(a)(1), (4). Days counted on the calendar from the day
 * of listing (day 0), in Coordinated Universal Time; listed for the whole number of days of {@code
 * thresholds.csv}, id {@code wireless-listing}, or longer. The list is not in the message.
 */
final class WirelessAuthorized implements CanSpamRule {
  @Override
  public String id() {
    return "PRE-04";
  }

  @Override
  public Answer decide(Matter matter) {
    Optional<WirelessDomain> domain = matter.recorded().last(WirelessDomain.class);
    if (domain.isEmpty()) {
      return Answer.open(
          "Whether the recipient's domain is one of mobile services cannot be seen in the message.",
          "whether the domain was on the list of domains of mobile services");
    }
    LocalDate listed = domain.get().listedOn();
    if (listed == null) {
      return Answer.notApplicable(
          domain.get().domain() + " is not on the list (" + domain.get().source() + ").");
    }
    Optional<MobileAuthorization> authorization = matter.recorded().last(MobileAuthorization.class);
    if (authorization.isPresent() && authorization.get().given()) {
      return Answer.met(
          "The addressee gave express prior authorization (" + authorization.get().source() + ").");
    }
    Optional<Instant> sent = matter.sentAt();
    if (sent.isEmpty()) {
      return Answer.open(domain.get().domain() + " is on the list.", "when the message was sent");
    }
    String reading = " " + Law.reading("listing-of-domains", matter.lawAsOf());
    int days = Law.threshold("wireless-listing", Unit.DAYS, matter.lawAsOf());
    if (LocalDate.ofInstant(sent.get(), ZoneOffset.UTC).isBefore(listed.plusDays(days))) {
      return Answer.open(
          domain.get().domain()
              + " was listed on "
              + listed
              + ", less than "
              + days
              + " days before."
              + reading,
          "whether the sender knew that the address was one of mobile services");
    }
    return authorization.isPresent()
        ? Answer.violated(
            domain.get().domain()
                + " was listed on "
                + listed
                + ", and the addressee had not authorized the mail ("
                + authorization.get().source()
                + ")."
                + reading)
        : Answer.open(
            domain.get().domain() + " was listed on " + listed + "." + reading,
            "express prior authorization of the addressee");
  }
}
