package org.proffer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.MAPIMessage.MESSAGE_CLASS;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** An item of Outlook in a file of its own (MSG). */
final class OutlookItem implements Format.Reader {
  private static final int NESTED = 20;
  private static final Set<MESSAGE_CLASS> NO_MESSAGES =
      EnumSet.of(
          MESSAGE_CLASS.APPOINTMENT,
          MESSAGE_CLASS.CONTACT,
          MESSAGE_CLASS.STICKY_NOTE,
          MESSAGE_CLASS.TASK);

  @Override
  public long read(Path file, Output out) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
      if (!files.getRoot().hasEntryCaseInsensitive("__properties_version1.0")) {
        out.problem("", "NOT_THIS", "A Microsoft compound file that is no Outlook item.");
        return 0;
      }
      MAPIMessage item = new MAPIMessage(files);
      item.setReturnNullOnMissingChunk(true);
      MESSAGE_CLASS kind = value(item::getMessageClassEnum);
      if (kind != null && NO_MESSAGES.contains(kind)) {
        out.problem("", "NO_MESSAGE", "An item of the kind " + kind + ", which is no message.");
        return 0;
      }
      Letter letter = letter(item, 0);
      try (OutputStream member = out.member("message.eml")) {
        new LetterWriter(member, Format.MSG.tool() + " " + Format.MSG.version()).write(letter);
      }
      return 1;
    }
  }

  private static Letter letter(MAPIMessage item, int depth) throws IOException {
    item.setReturnNullOnMissingChunk(true);
    try {
      item.guess7BitEncoding();
    } catch (RuntimeException e) {
      // A code page that does not exist: the default of the library stays.
      System.err.println(e);
    }
    Letter letter = new Letter();
    letter.header = header(item);
    letter.subject = of(item::getSubject);
    letter.text = of(item::getTextBody);
    letter.html = of(item::getHtmlBody);
    letter.rtf = of(item::getRtfBody).getBytes(StandardCharsets.ISO_8859_1);
    letter.fromName = of(item::getDisplayFrom);
    letter.from = sender(item);
    letter.to = of(item::getDisplayTo);
    letter.cc = of(item::getDisplayCC);
    letter.messageId =
        Optional.ofNullable(item.getMainChunks().getMessageId())
            .map(StringChunk::getValue)
            .orElse("");
    Calendar sent = value(item::getMessageDate);
    letter.sent = sent == null ? null : sent.toInstant();
    for (AttachmentChunks attachment : item.getAttachmentFiles()) {
      attach(letter, attachment, depth);
    }
    return letter;
  }

  private static void attach(Letter letter, AttachmentChunks attachment, int depth)
      throws IOException {
    String name = text(attachment.getAttachLongFileName(), attachment.getAttachFileName());
    if (attachment.isEmbeddedMessage() && depth < NESTED) {
      // Closing it would close the file of the outer one.
      letter.attach(
          name.isEmpty() ? "message.eml" : name,
          letter(attachment.getEmbeddedMessage(), depth + 1));
      return;
    }
    ByteChunk data = attachment.getAttachData();
    byte[] bytes = data == null || data.getValue() == null ? new byte[0] : data.getValue();
    letter.attach(
        name.isEmpty() ? "attachment" : name,
        text(attachment.getAttachMimeTag(), null).toLowerCase(Locale.ROOT),
        text(attachment.getAttachContentId(), null),
        () -> new ByteArrayInputStream(bytes));
  }

  private static String text(@Nullable StringChunk first, @Nullable StringChunk second) {
    String value = first == null ? null : first.getValue();
    if ((value == null || value.isEmpty()) && second != null) {
      value = second.getValue();
    }
    return value == null ? "" : value;
  }

  private static String header(MAPIMessage item) {
    String[] lines = value(item::getHeaders);
    return lines == null ? "" : String.join("\r\n", lines);
  }

  private static String sender(MAPIMessage item) {
    StringChunk address = item.getMainChunks().getEmailFromChunk();
    String value = address == null ? null : address.getValue();
    return value == null ? "" : value;
  }

  /** Reads a property. */
  private interface Property<T> {
    @Nullable T get() throws ChunkNotFoundException;
  }

  private static String of(Property<String> property) {
    String value = value(property);
    return value == null ? "" : value;
  }

  private static <T> @Nullable T value(Property<T> property) {
    try {
      return property.get();
    } catch (ChunkNotFoundException e) {
      return null;
    }
  }
}
