package org.proffer.law.canspam.recorded;

import java.util.Set;

/**
 * A person (16 CFR 316.2(h)) and what it did for this message.
 *
 * @param name of the person, or of a line of business that holds itself out as such throughout the
 *     message (15 U.S.C. 7702(16)(B))
 * @param roles what it did; not empty
 * @param source where the fact comes from
 */
public record Participant(String name, Set<Role> roles, String source) implements Fact {
  public Participant {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(name + " has no role");
    }
  }

  /** What a person did. */
  public enum Role {
    /** Wrote or gave out the message. */
    ORIGINATED,
    /** Transmitted it, more than by routine conveyance. */
    TRANSMITTED,
    /** Intentionally paid or induced another to initiate it (15 U.S.C. 7702(12)). */
    PROCURED,
    /** Its product, service or website is advertised. */
    ADVERTISED,
    /** Chose or supplied the recipients. */
    CHOSE_RECIPIENTS,
    /** Relayed it automatically. */
    CONVEYED
  }

  /**
   * Whether it initiated the message (15 U.S.C. 7702(9)): routine conveyance alone does not, unless
   * the conveyer chose the recipients (7702(15)).
   */
  public boolean initiated() {
    return roles.contains(Role.ORIGINATED)
        || roles.contains(Role.TRANSMITTED)
        || roles.contains(Role.PROCURED)
        || (roles.contains(Role.CONVEYED) && roles.contains(Role.CHOSE_RECIPIENTS));
  }

  /** Whether it is within the definition of a sender (15 U.S.C. 7702(16)(A)). */
  public boolean isSender() {
    return initiated() && roles.contains(Role.ADVERTISED);
  }
}
