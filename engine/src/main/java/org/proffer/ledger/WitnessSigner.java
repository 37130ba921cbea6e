package org.proffer.ledger;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/**
 * Cosigns heads for one witness (C2SP tlog-cosignature, Ed25519). Whoever uses it has checked
 * before that the head continues the last one: see {@link Witness}.
 */
public final class WitnessSigner {
  private final WitnessKey name;
  private final KeyPair keys;

  /** A signer for the witness of that name. */
  public WitnessSigner(String name, KeyPair keys) {
    this.name = new WitnessKey(name, keys.getPublic());
    this.keys = keys;
  }

  /** The key that checks the cosignatures. */
  public WitnessKey key() {
    return name;
  }

  /**
   * The signed head with one line more.
   *
   * @param note a signed head, with or without lines of other witnesses
   * @param at when it was checked; in whole seconds
   */
  public String cosign(String note, Instant at) {
    String text = note.substring(0, note.lastIndexOf("\n\n") + 1);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(WitnessKey.message(text, at.getEpochSecond()));
      byte[] signed = signature.sign();
      byte[] id = NoteKeys.id(name.name(), NoteKeys.COSIGNATURE, name.key());
      byte[] line =
          ByteBuffer.allocate(id.length + Long.BYTES + signed.length)
              .put(id)
              .putLong(at.getEpochSecond())
              .put(signed)
              .array();
      return note
          + NoteKeys.DASH
          + name.name()
          + " "
          + Base64.getEncoder().encodeToString(line)
          + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the witness does not sign", e);
    }
  }
}
