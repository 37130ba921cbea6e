package org.proffer.documents;

import org.proffer.platform.Refusal;

/** A signature was asked for, and there is no key to make it with. */
public final class NoSigningKey extends Refusal {
  NoSigningKey(String detail) {
    super(
        Kind.UNAVAILABLE,
        "No signature",
        detail,
        "Let whoever runs the portal configure the key; documents can be filed with the s/ block"
            + " alone.");
  }
}
