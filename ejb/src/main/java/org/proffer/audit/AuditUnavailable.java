package org.proffer.audit;

import org.proffer.platform.Refusal;

/** The audit log cannot be written; what would have been recorded is not done. */
public final class AuditUnavailable extends Refusal {
  AuditUnavailable(Throwable cause) {
    super(
        Kind.UNAVAILABLE,
        "The audit log cannot be written",
        "Nothing was done, because it could not be recorded.",
        "Try again in a minute; tell the administrator if it stays so.");
    initCause(cause);
  }
}
