package org.proffer.law.canspam;

import java.util.Optional;
import org.proffer.law.canspam.recorded.Harvest;

/**
 * The address was not harvested by automated means from a site that said it will not give addresses
 * away.
 *
 * <p>Source: 15 U.S.C. 7704(b)(1)(A)(i). Needs a violation of 7704(a), automated means, the notice,
 * and knowledge, actual or fairly implied; all but the first are recorded.
 */
final class AddressNotHarvested implements CanSpamRule {
  @Override
  public String id() {
    return "AGG-01";
  }

  @Override
  public Answer decide(Matter matter) {
    Optional<Harvest> fact = matter.recorded().last(Harvest.class);
    return Predicate.of(matter)
        .decide(
            fact.map(Harvest::source),
            fact.map(f -> f.automated() && f.noticeShown() && f.known()).orElse(false),
            "The address was knowingly harvested by automated means from a site with a notice",
            "Not made out: automated means, the notice of the site and knowledge do not come together",
            "how the address was obtained, what the site then said, and who knew it");
  }
}
