package org.proffer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/** What Outlook wraps a message's body and attachments in (TNEF, winmail.dat). */
final class Tnef implements Format.Reader {
  @Override
  public long read(Path file, Output out) throws IOException {
    HMEFMessage wrapped;
    try (InputStream in = Files.newInputStream(file)) {
      wrapped = new HMEFMessage(in);
    }
    Letter letter = new Letter();
    letter.subject = text(wrapped.getSubject());
    letter.html = html(wrapped);
    String body = rtf(wrapped);
    letter.rtf = body.getBytes(StandardCharsets.ISO_8859_1);
    int number = 0;
    for (Attachment attachment : wrapped.getAttachments()) {
      number++;
      String name = name(attachment, number);
      try {
        byte[] bytes = attachment.getContents();
        letter.attach(name, "", "", () -> new ByteArrayInputStream(bytes));
      } catch (IllegalArgumentException e) {
        out.problem("message.eml!/" + name, "EMPTY", "The attachment has no content of its own.");
      }
    }
    try (OutputStream member = out.member("message.eml")) {
      new LetterWriter(member, Format.TNEF.tool() + " " + Format.TNEF.version()).write(letter);
    }
    return 1;
  }

  private static String name(Attachment attachment, int number) {
    String name = text(attachment.getLongFilename());
    if (name.isEmpty()) {
      name = text(attachment.getFilename());
    }
    return name.isEmpty() ? "attachment-" + number : name;
  }

  private static String rtf(HMEFMessage wrapped) {
    try {
      return text(wrapped.getBody());
    } catch (RuntimeException e) {
      System.err.println(e);
      return "";
    }
  }

  private static String html(HMEFMessage wrapped) {
    MAPIAttribute html = wrapped.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
    return html == null || html.getData() == null
        ? ""
        : new String(html.getData(), StandardCharsets.UTF_8);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.replace("\0", "");
  }
}
