package org.proffer.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** Signs the heads of one log with Ed25519. */
public final class HeadSigner {
  private final String origin;
  private final KeyPair keys;

  /** A signer for the log of that name. */
  public HeadSigner(String origin, KeyPair keys) {
    this.origin = origin;
    this.keys = keys;
  }

  /** The name of the log. */
  public String origin() {
    return origin;
  }

  /** The key that checks the signatures. */
  public PublicKey publicKey() {
    return keys.getPublic();
  }

  /**
   * The head as a signed note (C2SP signed-note): its text, an empty line, the line of the
   * signature.
   *
   * @throws IllegalArgumentException if it is the head of another log
   */
  public String sign(Head head) {
    if (!head.origin().equals(origin)) {
      throw new IllegalArgumentException("This signer is not for " + head.origin());
    }
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(head.text().getBytes(StandardCharsets.UTF_8));
      byte[] signed = signature.sign();
      byte[] line =
          ByteBuffer.allocate(4 + signed.length)
              .put(NoteKeys.id(origin, keys.getPublic()))
              .put(signed)
              .array();
      return head.text()
          + "\n"
          + NoteKeys.DASH
          + origin
          + " "
          + Base64.getEncoder().encodeToString(line)
          + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the log does not sign", e);
    }
  }
}
