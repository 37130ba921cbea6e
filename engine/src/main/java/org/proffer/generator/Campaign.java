package org.proffer.generator;

import java.util.List;
import org.proffer.law.canspam.PrimaryPurpose;

/**
 * Mail of one kind.
 *
 * @param name stable
 * @param weight how many of a thousand messages
 * @param kind what is written
 * @param purpose its primary purpose
 * @param subjects choices
 * @param bodies choices; {@code %s} is a token that differs from copy to copy
 * @param firstDay days after 1 January 2004
 * @param days how many days it runs
 */
record Campaign(
    String name,
    int weight,
    Kind kind,
    PrimaryPurpose.Value purpose,
    List<String> subjects,
    List<String> bodies,
    int firstDay,
    int days) {

  Campaign {
    subjects = List.copyOf(subjects);
    bodies = List.copyOf(bodies);
  }

  /** How a campaign hides, or does not. */
  enum Kind {
    /** Forged headers, sent through other people's computers. */
    RING,
    /** Commercial mail by a sender who shows himself. */
    HONEST,
    /** Mail that advertises nothing. */
    ORDINARY
  }
}
