package org.proffer.law.canspam.recorded;

import java.time.Instant;
import java.util.Set;

/**
 * A recipient's request to receive no more commercial mail, or none of some kinds.
 *
 * @param address the recipient's
 * @param receivedBy the senders or lines of business whose mechanism received it
 * @param receivedAt when the mechanism received it
 * @param kinds the kinds of mail declined; empty for all commercial mail
 * @param source where the fact comes from
 */
public record OptOutRequest(
    String address, Set<String> receivedBy, Instant receivedAt, Set<String> kinds, String source)
    implements Fact {
  public OptOutRequest {
    receivedBy = Set.copyOf(receivedBy);
    kinds = Set.copyOf(kinds);
  }
}
