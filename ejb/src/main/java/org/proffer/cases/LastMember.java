package org.proffer.cases;

import org.proffer.platform.Refusal;

/** A case always has a member: else nobody could ever see it again. */
public final class LastMember extends Refusal {
  LastMember(String login) {
    super(
        Kind.CONFLICT,
        "The last member stays",
        "The login " + login + " is the only member of this case.",
        "Add somebody else first.");
  }
}
