package org.proffer.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The charset an HTML page gives for itself, which mail programs believe where the part has none.
 */
final class HtmlCharset {
  private static final int LOOKED_AT = 4_096;
  private static final Pattern META =
      Pattern.compile(
          "<meta\\s[^>]{0,300}?charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([\\w.:+-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private HtmlCharset() {}

  /**
   * The label in the first {@code meta} element with a charset near the beginning, or null. A page
   * whose {@code meta} can be read is not UTF-16, and UTF-7 is never taken from there, as browsers
   * do.
   */
  static @Nullable String of(byte[] page) {
    String head =
        new String(page, 0, Math.min(page.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(head);
    if (!meta.find()) {
      return null;
    }
    CharsetLabel label = CharsetLabel.of(meta.group(1));
    return label.charset() == null || Utf7.CHARSET.equals(label.charset())
        ? null
        : label.charset().name().startsWith("UTF-16") ? "utf-8" : meta.group(1);
  }
}
