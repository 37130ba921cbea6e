package org.proffer.law.canspam;

import java.util.Optional;
import org.proffer.law.canspam.recorded.Relay;

/**
 * The message was not knowingly relayed through a computer or network accessed without
 * authorization.
 *
 * <p>Source: 15 U.S.C. 7704(b)(3). Needs a violation of 7704(a).
 */
final class RelayAuthorized implements CanSpamRule {
  @Override
  public String id() {
    return "AGG-04";
  }

  @Override
  public Answer decide(Matter matter) {
    Optional<Relay> fact = matter.recorded().last(Relay.class);
    return Predicate.of(matter)
        .decide(
            fact.map(Relay::source),
            fact.map(f -> f.withoutAuthorization() && f.knowing()).orElse(false),
            "The message was knowingly relayed from a computer accessed without authorization",
            "Not made out: no relay was both knowing and without authorization",
            "how the message was relayed, and with whose authorization");
  }
}
