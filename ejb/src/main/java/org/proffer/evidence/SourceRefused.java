package org.proffer.evidence;

import org.proffer.platform.Refusal;

/** Evidence cannot be taken from a folder of the server or from a mail server. */
public final class SourceRefused extends Refusal {
  SourceRefused(String detail, String next) {
    super(Kind.INVALID, "Nothing was taken", detail, next);
  }

  /** The mail server refused or broke off. */
  SourceRefused(String detail, String next, Throwable cause) {
    super(Kind.UNAVAILABLE, "Nothing was taken", detail, next);
    initCause(cause);
  }
}
