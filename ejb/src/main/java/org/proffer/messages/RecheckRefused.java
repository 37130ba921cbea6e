package org.proffer.messages;

import org.proffer.platform.Refusal;

/** There is nothing to re-check, or it is being done. */
public final class RecheckRefused extends Refusal {
  private RecheckRefused(String title, String detail, String next) {
    super(Kind.CONFLICT, title, detail, next);
  }

  static RecheckRefused underWay(RecheckId existing) {
    return new RecheckRefused(
        "Re-check under way",
        "This case is being checked again by re-check " + existing + ".",
        "Open that re-check to see how far it is.");
  }

  static RecheckRefused current(String ruleVersion) {
    return new RecheckRefused(
        "Nothing to re-check",
        "Every message of this case is checked under the rules " + ruleVersion + ".",
        "Come back when the rules have changed.");
  }

  static RecheckRefused importing() {
    return new RecheckRefused(
        "An import is running",
        "Messages are being added to this case.",
        "Wait until the import has ended, then re-check.");
  }
}
