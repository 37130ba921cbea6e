package org.proffer.extract;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a letter as RFC 5322 and MIME. The header is the one that was received, where it is kept,
 * without the fields that describe the body, which is built anew; a field says so. The same letter
 * gives the same bytes.
 */
final class LetterWriter {
  private static final byte[] END = {'\r', '\n'};
  private static final Pattern FIELD = Pattern.compile("([!-9;-~]+)[ \t]*:.*", Pattern.DOTALL);
  private static final Pattern OF_THE_BODY =
      Pattern.compile("(?i)(content-.*|mime-version|x-proffer-derived)");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final OutputStream out;
  private final String tool;
  private int boundaries;

  LetterWriter(OutputStream out, String tool) {
    this.out = out;
    this.tool = tool;
  }

  void write(Letter letter) throws IOException {
    header(letter);
    line(
        "X-Proffer-Derived: "
            + tool
            + "; body rebuilt"
            + (hasHeader(letter) ? "" : ", header made from fields"));
    line("MIME-Version: 1.0");
    if (letter.attachments.isEmpty()) {
      body(letter);
      return;
    }
    String boundary = boundary();
    line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
    line("");
    line("--" + boundary);
    body(letter);
    for (Letter.Attachment attachment : letter.attachments) {
      line("");
      line("--" + boundary);
      attachment(attachment);
    }
    line("");
    line("--" + boundary + "--");
  }

  private static boolean hasHeader(Letter letter) {
    return !letter.header.isBlank();
  }

  private void header(Letter letter) throws IOException {
    if (hasHeader(letter)) {
      received(letter.header);
      return;
    }
    field("Message-ID", letter.messageId);
    Instant sent = letter.sent;
    if (sent != null) {
      line("Date: " + DATE.format(sent));
    }
    if (!letter.from.isEmpty() || !letter.fromName.isEmpty()) {
      line(
          "From: "
              + (letter.fromName.isEmpty() ? "" : encoded(letter.fromName) + " ")
              + "<"
              + oneLine(letter.from)
              + ">");
    }
    field("To", letter.to);
    field("Cc", letter.cc);
    if (!letter.subject.isEmpty()) {
      line("Subject: " + encoded(letter.subject));
    }
  }

  private void field(String name, String value) throws IOException {
    if (!value.isBlank()) {
      line(name + ": " + encoded(value));
    }
  }

  /** The header as received, line by line; what does not look like a field is left out. */
  private void received(String header) throws IOException {
    boolean kept = false;
    for (String written : header.split("\r\n|\n|\r", -1)) {
      String line = written.replace("\0", "");
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (!folded) {
        Matcher field = FIELD.matcher(line);
        kept =
            field.matches()
                && !OF_THE_BODY.matcher(field.group(1)).matches()
                && !line.startsWith("Microsoft Mail Internet Headers");
      }
      if (kept && !line.isBlank()) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write(END);
      }
    }
  }

  private void body(Letter letter) throws IOException {
    boolean text = !letter.text.isEmpty();
    boolean html = !letter.html.isEmpty();
    boolean rtf = letter.rtf.length > 0 && !text && !html;
    if (text && html) {
      String boundary = boundary();
      line("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"");
      line("");
      line("--" + boundary);
      text("plain", letter.text);
      line("");
      line("--" + boundary);
      text("html", letter.html);
      line("");
      line("--" + boundary + "--");
    } else if (rtf) {
      line("Content-Type: application/rtf; name=\"body.rtf\"");
      base64();
      bytes(letter.rtf);
    } else {
      text(html ? "html" : "plain", html ? letter.html : letter.text);
    }
  }

  private void text(String subtype, String text) throws IOException {
    line("Content-Type: text/" + subtype + "; charset=UTF-8");
    base64();
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void base64() throws IOException {
    line("Content-Transfer-Encoding: base64");
    line("");
  }

  private void bytes(byte[] bytes) throws IOException {
    try (OutputStream encoded = Base64.getMimeEncoder(76, END).wrap(new Kept(out))) {
      encoded.write(bytes);
    }
    out.write(END);
  }

  private void attachment(Letter.Attachment attachment) throws IOException {
    String name = encoded(attachment.name().replace('"', '\''));
    Letter letter = attachment.letter();
    if (letter != null) {
      line("Content-Type: message/rfc822");
      line("Content-Disposition: attachment; filename=\"" + name + "\"");
      line("");
      write(letter);
      return;
    }
    String type =
        attachment.type().matches("[\\w.+-]+/[\\w.+-]+")
            ? attachment.type()
            : "application/octet-stream";
    // An attachment that says it is a message or a multipart has no parts of its own here.
    line(
        "Content-Type: "
            + (type.matches("(?i)(message|multipart)/.*") ? "application/octet-stream" : type)
            + "; name=\""
            + name
            + "\"");
    line("Content-Disposition: attachment; filename=\"" + name + "\"");
    if (!attachment.contentId().isEmpty()) {
      line("Content-ID: <" + oneLine(attachment.contentId()) + ">");
    }
    base64();
    try (InputStream in = attachment.content().open();
        OutputStream encoded = Base64.getMimeEncoder(76, END).wrap(new Kept(out))) {
      in.transferTo(encoded);
    }
    out.write(END);
  }

  private String boundary() {
    return "=_proffer_" + ++boundaries;
  }

  private void line(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write(END);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n\\x00]+", " ").strip();
  }

  /** As it is where it is ASCII, else as encoded words of RFC 2047. */
  static String encoded(String text) {
    String plain = oneLine(text);
    if (plain.chars().allMatch(c -> c >= 32 && c < 127)) {
      return plain;
    }
    StringBuilder words = new StringBuilder();
    StringBuilder piece = new StringBuilder();
    int bytes = 0;
    for (int c : plain.codePoints().toArray()) {
      int more = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > 42) {
        word(words, piece);
        bytes = 0;
      }
      piece.appendCodePoint(c);
      bytes += more;
    }
    word(words, piece);
    return words.toString();
  }

  private static void word(StringBuilder words, StringBuilder piece) {
    words
        .append(words.length() == 0 ? "" : "\r\n ")
        .append("=?UTF-8?B?")
        .append(
            Base64.getEncoder().encodeToString(piece.toString().getBytes(StandardCharsets.UTF_8)))
        .append("?=");
    piece.setLength(0);
  }

  /** Passes bytes on, and stays open. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() {
      // the letter goes on
    }
  }
}
