package org.proffer.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Checks signed heads of one log.
 *
 * @param origin name of the log
 * @param key that the one who checks was given on another way than the heads
 */
public record HeadVerifier(String origin, PublicKey key) {

  /**
   * The head in a signed note, if it is one of this log and the signature of the key is on it.
   * Lines of other signers may stand beside it.
   */
  public Optional<Head> verify(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      return Optional.empty();
    }
    String text = note.substring(0, end + 1);
    try {
      Head head = Head.parse(text);
      return head.origin().equals(origin)
              && note.substring(end + 2).lines().anyMatch(line -> signs(line, text))
          ? Optional.of(head)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean signs(String line, String text) {
    String start = NoteKeys.DASH + origin + " ";
    if (!line.startsWith(start)) {
      return false;
    }
    byte[] signed = Base64.getDecoder().decode(line.substring(start.length()));
    if (!line.equals(start + Base64.getEncoder().encodeToString(signed))) {
      return false;
    }
    byte[] id = NoteKeys.id(origin, key);
    if (signed.length != id.length + 64 || !Arrays.equals(id, Arrays.copyOf(signed, id.length))) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.verify(signed, id.length, signed.length - id.length);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
