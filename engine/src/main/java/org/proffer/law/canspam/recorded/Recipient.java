package org.proffer.law.canspam.recorded;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox this copy was sent to; each address is a separate recipient (15 U.S.C. 7702(14)).
 *
 * @param address the electronic mail address
 * @param zone time zone of the recipient's place; null where unknown
 * @param source where the fact comes from
 */
public record Recipient(String address, @Nullable ZoneId zone, String source) implements Fact {

  /** Whether an address is this one; letter case does not count. */
  public boolean is(String other) {
    return address.equalsIgnoreCase(other);
  }
}
