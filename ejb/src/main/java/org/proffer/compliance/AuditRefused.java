package org.proffer.compliance;

import org.proffer.platform.Refusal;

/** An audit, or a list of one, that cannot be taken as it is. */
public final class AuditRefused extends Refusal {
  AuditRefused(Kind kind, String title, String detail, String next) {
    super(kind, title, detail, next);
  }

  static AuditRefused started() {
    return new AuditRefused(
        Kind.CONFLICT,
        "The audit was started",
        "Its lists are what they are; nothing is added to them.",
        "Prepare another audit with the other lists.");
  }
}
