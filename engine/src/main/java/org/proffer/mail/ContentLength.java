package org.proffer.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the message being read ends by its Content-Length, if that can be believed. */
final class ContentLength {
  private static final Pattern FIELD =
      Pattern.compile("content-length:[ \\t]{0,9}(\\d{1,12})[ \\t]*", Pattern.CASE_INSENSITIVE);

  private final ByteSource source;
  private boolean inHeader;
  private long stated = -1;
  private long end = -1;

  ContentLength(ByteSource source) {
    this.source = source;
  }

  /** A message begins. */
  void begin() {
    inHeader = true;
    stated = -1;
    end = -1;
  }

  /** The end of the body that is believed, or -1. */
  long end() {
    return end;
  }

  /** Takes a line of the message. */
  void line(ByteWindow w, long after) throws IOException {
    if (!inHeader || !w.first) {
      return;
    }
    int length = w.contentEnd - w.start;
    if (length == 0) {
      inHeader = false;
      end = stated >= 0 && landsOnSeparator(after + stated) ? after + stated : -1;
    } else if (length < 60 && (w.bytes[w.start] | 0x20) == 'c') {
      Matcher field =
          FIELD.matcher(new String(w.bytes, w.start, length, StandardCharsets.ISO_8859_1));
      if (field.matches()) {
        stated = Long.parseLong(field.group(1));
      }
    }
  }

  /** Whether a separator, or the end, is there or behind one line end. */
  private boolean landsOnSeparator(long at) throws IOException {
    if (at >= source.length()) {
      return at == source.length();
    }
    try (InputStream in = source.open(at)) {
      String next = new String(in.readNBytes(500), StandardCharsets.ISO_8859_1);
      if (next.startsWith("\n")) {
        next = next.substring(1);
      } else if (next.startsWith("\r\n")) {
        next = next.substring(2);
      }
      return next.isEmpty() || Mailboxes.isSeparator(next.split("\\r?\\n", 2)[0]);
    }
  }
}
