package org.proffer.extract;

import com.pff.PSTAttachment;
import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import com.pff.PSTRecipient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A data file of Outlook (PST, OST): its messages, folder by folder. */
final class OutlookDataFile implements Format.Reader {
  private static final int NESTED = 20;
  private static final int FOLDERS = 100;

  /** [MS-PST] 2.2.2.1: the kind of a node stands in the lowest five bits of its id. */
  private static final int NODE_TYPE = 0x1f;

  private static final int SEARCH_FOLDER = 0x03;

  @Override
  public long read(Path file, Output out) throws IOException, PSTException {
    PSTFile data = new PSTFile(file.toFile());
    try {
      return new Walk(out).folder(data.getRootFolder(), "", 0);
    } finally {
      data.getFileHandle().close();
    }
  }

  private static final class Walk {
    private final Output out;

    Walk(Output out) {
      this.out = out;
    }

    long folder(PSTFolder folder, String path, int depth) throws IOException {
      if ((folder.getDescriptorNodeId() & NODE_TYPE) == SEARCH_FOLDER) {
        return 0; // What a search found stands in other folders.
      }
      long messages = messages(folder, path);
      if (depth == FOLDERS) {
        out.problem(path, "UNSUPPORTED", "Folders are nested deeper than " + FOLDERS + ".");
        return messages;
      }
      try {
        for (PSTFolder inner : folder.getSubFolders()) {
          messages += folder(inner, path + named(inner.getDisplayName()) + "/", depth + 1);
        }
      } catch (PSTException | RuntimeException e) {
        out.problem(path, "DAMAGED", "Its folders: " + Extract.words(e));
      }
      return messages;
    }

    private long messages(PSTFolder folder, String path) throws IOException {
      long messages = 0;
      int number = 0;
      try {
        if (folder.getContentCount() == 0) {
          return 0;
        }
        for (PSTObject item = folder.getNextChild(); item != null; item = folder.getNextChild()) {
          number++;
          messages += item(item, path + String.format(Locale.ROOT, "%06d.eml", number));
        }
      } catch (PSTException | RuntimeException e) {
        out.problem(path, "DAMAGED", "After item " + number + ": " + Extract.words(e));
      }
      return messages;
    }

    /** Writes a message; of any other thing says what it is. */
    private int item(PSTObject item, String path) throws IOException {
      String kind =
          item instanceof PSTMessage message
              ? message.getMessageClass()
              : item.getClass().getSimpleName();
      if (!(item instanceof PSTMessage message)
          || !(kind.startsWith("IPM.Note")
              || kind.startsWith("IPM.Post")
              || kind.startsWith("REPORT."))) {
        out.problem(path, "NO_MESSAGE", "An item of the kind " + kind + ", which is no message.");
        return 0;
      }
      Letter letter;
      try {
        letter = letter(message, 0);
      } catch (PSTException | RuntimeException e) {
        out.problem(path, "DAMAGED", Extract.words(e));
        return 0;
      }
      String failure = "";
      try (OutputStream member = out.member(path)) {
        try {
          new LetterWriter(member, Format.PST.tool() + " " + Format.PST.version()).write(letter);
        } catch (RuntimeException e) {
          failure = Extract.words(e);
        }
      }
      if (!failure.isEmpty()) {
        out.problem(path, "DAMAGED", failure);
      }
      return 1;
    }

    private Letter letter(PSTMessage message, int depth) throws PSTException, IOException {
      Letter letter = new Letter();
      letter.header = text(message.getTransportMessageHeaders());
      letter.subject = text(message.getSubject());
      letter.text = text(message.getBody());
      letter.html = text(message.getBodyHTML());
      letter.rtf = text(message.getRTFBody()).getBytes(StandardCharsets.ISO_8859_1);
      letter.from = text(message.getSenderEmailAddress());
      letter.fromName = text(message.getSenderName());
      letter.messageId = text(message.getInternetMessageId());
      letter.sent =
          message.getClientSubmitTime() == null ? null : message.getClientSubmitTime().toInstant();
      letter.to = recipients(message, PSTMessage.RECIPIENT_TYPE_TO);
      letter.cc = recipients(message, PSTMessage.RECIPIENT_TYPE_CC);
      for (int i = 0; i < message.getNumberOfAttachments(); i++) {
        attach(letter, message.getAttachment(i), depth);
      }
      return letter;
    }

    private void attach(Letter letter, PSTAttachment attachment, int depth)
        throws PSTException, IOException {
      String name = text(attachment.getLongFilename());
      if (name.isEmpty()) {
        name = text(attachment.getFilename());
      }
      PSTMessage inner =
          attachment.getAttachMethod() == PSTAttachment.ATTACHMENT_METHOD_EMBEDDED && depth < NESTED
              ? attachment.getEmbeddedPSTMessage()
              : null;
      if (inner != null) {
        letter.attach(name.isEmpty() ? "message.eml" : name, letter(inner, depth + 1));
        return;
      }
      letter.attach(
          name.isEmpty() ? "attachment" : name,
          text(attachment.getMimeTag()).toLowerCase(Locale.ROOT),
          text(attachment.getContentId()),
          () -> {
            try {
              return attachment.getFileInputStream();
            } catch (PSTException e) {
              throw new IOException(e);
            }
          });
    }

    private static String recipients(PSTMessage message, int kind)
        throws PSTException, IOException {
      StringJoiner all = new StringJoiner(", ");
      for (int i = 0; i < message.getNumberOfRecipients(); i++) {
        PSTRecipient recipient = message.getRecipient(i);
        if (recipient.getRecipientType() == kind) {
          String address = text(recipient.getSmtpAddress());
          all.add("<" + (address.isEmpty() ? text(recipient.getEmailAddress()) : address) + ">");
        }
      }
      return all.toString();
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.replace("\0", "");
    }

    /** A name of a folder as a piece of a path. */
    private static String named(@Nullable String name) {
      String plain = text(name).replace('/', '_').replace('\\', '_').strip();
      return plain.isEmpty() || plain.equals("..") ? "unnamed" : plain;
    }
  }
}
