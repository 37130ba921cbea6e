package org.proffer.load;

import java.nio.charset.StandardCharsets;

/** A mailbox whose messages are made to cost as much as they can. */
final class HostileMail {
  private static final int MESSAGES = 200;
  private static final int DEPTH = 60;
  private static final int PARAMETERS = 400;

  private HostileMail() {}

  /**
   * The mailbox.
   *
   * @param number makes it another one each time, so that the vault has not got it yet
   */
  static byte[] mailbox(int number) {
    StringBuilder mbox = new StringBuilder();
    for (int i = 0; i < MESSAGES; i++) {
      mbox.append("From x Mon Mar  2 09:00:00 2026\n")
          .append("From: <script>alert(1)</script> <x")
          .append(i)
          .append("@sender.example>\n")
          .append("To: y@receiver.example\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n")
          .append("Message-ID: <")
          .append(number)
          .append('.')
          .append(i)
          .append("@sender.example>\n")
          .append("Subject: =?utf-8?q?")
          .append("=41".repeat(300))
          .append("?=\n")
          .append("Content-Type: multipart/mixed; boundary=b0");
      for (int p = 0; p < PARAMETERS; p++) {
        mbox.append(";\n x*").append(p).append("*=%41");
      }
      mbox.append("\n\n");
      nest(mbox, 0);
      mbox.append('\n');
    }
    return mbox.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void nest(StringBuilder mbox, int depth) {
    mbox.append("--b").append(depth).append('\n');
    if (depth == DEPTH) {
      mbox.append("Content-Type: text/html\n\n<img src=x onerror=alert(1)>")
          .append("<div>".repeat(500))
          .append("\n");
    } else {
      mbox.append("Content-Type: multipart/mixed; boundary=b").append(depth + 1).append("\n\n");
      nest(mbox, depth + 1);
    }
    mbox.append("--b").append(depth).append("--\n");
  }
}
