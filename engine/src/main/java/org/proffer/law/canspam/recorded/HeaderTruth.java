package org.proffer.law.canspam.recorded;

import java.util.Set;

/**
 * What was proved of the header information (15 U.S.C. 7704(a)(1), (a)(6)).
 *
 * @param falseOrMisleading whether it is false or misleading
 * @param impairs who is impaired in identifying, locating or answering the initiator; empty if
 *     nobody, and then it is not material
 * @param source where the fact comes from
 */
public record HeaderTruth(boolean falseOrMisleading, Set<Impaired> impairs, String source)
    implements Fact {
  public HeaderTruth {
    impairs = Set.copyOf(impairs);
  }

  /** Whose ability makes an alteration material, 15 U.S.C. 7704(a)(6). */
  public enum Impaired {
    /** An Internet access service that processes the message for a recipient. */
    ACCESS_SERVICE,
    /** A person who alleges a violation. */
    COMPLAINANT,
    /** A law enforcement agency. */
    LAW_ENFORCEMENT,
    /** The recipient, in responding. */
    RECIPIENT
  }

  /** Whether it is materially false or materially misleading. */
  public boolean materially() {
    return falseOrMisleading && !impairs.isEmpty();
  }
}
