package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.canspam.recorded.Relay;

/**
 * The initiator does not knowingly relay through another protected computer to disguise the origin.
 *
 * <p>Source: 15 U.S.C. 7704(a)(1)(C). Left to a person: knowledge and purpose. An injunction needs
 * no proof of knowledge (7706(e), (f)(2)).
 */
final class OriginNotDisguised implements CanSpamRule {
  @Override
  public String id() {
    return "HDR-C";
  }

  @Override
  public Reach reach() {
    return Reach.COMMERCIAL_OR_TRANSACTIONAL;
  }

  @Override
  public Answer decide(Matter matter) {
    List<Relay> relays = matter.recorded().all(Relay.class);
    for (Relay relay : relays) {
      if (relay.knowing() && relay.toDisguise()) {
        return Answer.violated(
            "The message was knowingly relayed to disguise its origin (" + relay.source() + ").");
      }
    }
    return relays.isEmpty()
        ? Answer.open(
            "Whether relays were used to disguise the origin cannot be seen in the message.",
            "how the message was relayed, and what the initiator knew and intended")
        : Answer.met(
            "No relay was knowingly used to disguise the origin (" + relays.get(0).source() + ").");
  }
}
