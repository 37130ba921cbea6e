package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.proffer.platform.InvalidInput;

/**
 * Signs reports of other capabilities with the key of the office, and verifies what is signed. Who
 * may sign is asked by whoever calls.
 */
@ApplicationScoped
public class OfficeSignatures {
  @Inject private OfficeKey key;
  @Inject private Clock clock;

  /** Whether the office has a key to sign with. */
  public boolean configured() {
    return key.configured();
  }

  /**
   * The file with a signature that covers all of it; a time stamp is added where one is configured.
   *
   * @param name of who has it signed, as the signature says it
   * @throws NoSigningKey if there is no key, or it cannot be used
   * @throws InvalidInput if the signed file would be no PDF/A-3a and PDF/UA-1 any more
   */
  public byte[] sign(byte[] pdf, String name) {
    OfficeKey.Signer signer = key.signer();
    byte[] signed;
    try {
      signed = Pades.sign(pdf, signer, key.timeStamps(), name, clock.instant());
    } catch (IOException e) {
      NoSigningKey refusal = new NoSigningKey(String.valueOf(e.getMessage()));
      refusal.initCause(e);
      throw refusal;
    }
    List<String> broken = Conformance.broken(() -> new ByteArrayInputStream(signed));
    if (!broken.isEmpty()) {
      throw new InvalidInput(
          "report", String.join(" ", broken), "Ask who runs the portal; nothing was signed.");
    }
    return signed;
  }

  /** The signatures of a file, each verified now over the bytes it covers. */
  public List<SignatureView> verify(byte[] pdf) {
    try {
      return Signatures.verify(pdf, key.trusted(), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
