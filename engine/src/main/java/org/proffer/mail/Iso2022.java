package org.proffer.mail;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Japanese and Korean text in seven bits (RFC 1468, RFC 1557), told by the way it shifts. */
final class Iso2022 {
  private Iso2022() {}

  /** The charset whose shift stands in the text, or null. */
  static @Nullable Charset of(String ascii) {
    for (int i = ascii.indexOf('\u001b'); i >= 0; i = ascii.indexOf('\u001b', i + 1)) {
      if (ascii.startsWith("$B", i + 1) || ascii.startsWith("$@", i + 1)) {
        return CharsetLabel.of("iso-2022-jp").charset();
      }
      if (ascii.startsWith("$)C", i + 1)) {
        return CharsetLabel.of("iso-2022-kr").charset();
      }
    }
    return null;
  }
}
