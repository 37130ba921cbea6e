package org.proffer.authentication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;

/**
 * The text that a DomainKey-Signature signs, header and body in one, verified as the bytes pass
 * (RFC 4870 section 3.4). Lines end with CRLF; empty lines at the end do not count.
 */
final class SignedText {
  private static final byte[] CRLF = {'\r', '\n'};

  private final Signature verifier;
  private final boolean withoutSpace;
  private long pendingLines;
  private boolean pendingReturn;

  /**
   * @param withoutSpace whether white space does not count ({@code nofws}); otherwise every byte
   *     does ({@code simple})
   */
  SignedText(PublicKey key, boolean withoutSpace) throws Stopped {
    this.withoutSpace = withoutSpace;
    try {
      verifier = Signature.getInstance("SHA1withRSA");
      verifier.initVerify(key);
    } catch (GeneralSecurityException e) {
      throw Stopped.permanently("public key: it cannot verify rsa-sha1");
    }
  }

  /** The fields, folds undone where white space does not count. */
  void header(List<RawField> fields) throws Stopped {
    for (RawField field : fields) {
      String text = withoutSpace ? field.text().replace("\r\n", "") + "\r\n" : field.text();
      for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
        take(b);
      }
    }
  }

  /** The body, behind the empty line that divides it from the header. */
  void body(RawMessage message) throws IOException, Stopped {
    pendingLines++;
    try (InputStream in = message.source().open(message.body())) {
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        for (int i = 0; i < n; i++) {
          take(block[i]);
        }
      }
    }
    if (pendingReturn) {
      pendingReturn = false;
      content((byte) '\r');
    }
  }

  boolean isSignedBy(Octets signature) throws Stopped {
    try {
      verifier.update(CRLF); // closes the last line that is not empty
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private void take(byte b) throws Stopped {
    if (b == '\n') {
      pendingReturn = false;
      pendingLines++;
      return;
    }
    if (pendingReturn) {
      pendingReturn = false;
      content((byte) '\r');
    }
    if (b == '\r') {
      pendingReturn = true;
    } else {
      content(b);
    }
  }

  private void content(byte b) throws Stopped {
    if (withoutSpace && (b == ' ' || b == '\t' || b == '\r')) {
      return;
    }
    try {
      for (; pendingLines > 0; pendingLines--) {
        verifier.update(CRLF);
      }
      verifier.update(b);
    } catch (GeneralSecurityException e) {
      throw Stopped.permanently("the signature cannot be verified");
    }
  }
}
