package org.proffer.messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

/**
 * What a file is by its first bytes, never by its name.
 *
 * @param words for a person to read
 * @param way how it is opened
 */
record ContentKind(String words, Way way) {
  /** First bytes that are looked at. */
  static final int HEAD = 4_096;

  private static final ContentKind OFFICE =
      new ContentKind("Office document (OOXML)", Way.NOT_AT_ALL);
  private static final ContentKind OPEN_DOCUMENT =
      new ContentKind("OpenDocument or EPUB", Way.NOT_AT_ALL);
  private static final ContentKind BINARY = new ContentKind("unknown binary data", Way.NOT_AT_ALL);
  private static final String COMPOUND = "Microsoft document (Word, Excel, PowerPoint)";
  static final ContentKind TEXT = new ContentKind("text", Way.NOT_AT_ALL);

  /** How a file is opened. */
  enum Way {
    /** By our own reader of archives. */
    ARCHIVE,
    /** By the program for formats of others. */
    FOREIGN,
    /** As a message, if it turns out to be one. */
    MESSAGE,
    /** As a mailbox. */
    MAILBOX,
    /** A container that nothing here opens. */
    NO_READER,
    /** It is no container, or a document, which is not taken apart. */
    NOT_AT_ALL
  }

  /** In words, once it is known whether it could be opened. */
  String words(boolean opened) {
    return opened && words.equals(COMPOUND) ? "Outlook item (MSG)" : words;
  }

  static ContentKind of(byte[] head) throws IOException {
    Mailboxes.Recognized known = Mailboxes.recognize(ByteSource.of(head));
    String words = known.description();
    return switch (known.kind()) {
      case EMPTY -> new ContentKind("empty", Way.NOT_AT_ALL);
      case MBOX -> new ContentKind("mailbox (mbox)", Way.MAILBOX);
      case MESSAGE -> new ContentKind("e-mail message", Way.MESSAGE);
      case ARCHIVE -> words.equals("ZIP archive") ? zip(head) : archive(words);
      case OTHER -> other(head, words);
    };
  }

  private static ContentKind archive(String words) {
    return new ContentKind(words, Way.ARCHIVE);
  }

  private static ContentKind other(byte[] head, String words) throws IOException {
    if (words.startsWith("7z")) {
      return new ContentKind("7z archive", Way.FOREIGN);
    }
    if (words.startsWith("RAR")) {
      return new ContentKind(words, Way.NO_READER);
    }
    if (words.startsWith("Outlook data file")) {
      return new ContentKind(words, Way.FOREIGN);
    }
    if (words.startsWith("Microsoft compound")) {
      return new ContentKind(COMPOUND, Way.FOREIGN);
    }
    if (Extraction.hasSignature(head)) {
      return new ContentKind("Outlook wrapper (TNEF)", Way.FOREIGN);
    }
    return words.startsWith("text") ? TEXT : words.startsWith("unknown") ? BINARY : plain(words);
  }

  private static ContentKind plain(String words) {
    return new ContentKind(words, Way.NOT_AT_ALL);
  }

  /** Documents are ZIP archives whose first entry tells what they are. */
  private static ContentKind zip(byte[] head) {
    int length = head.length < 30 ? 0 : (head[26] & 0xff) | (head[27] & 0xff) << 8;
    String first =
        new String(
            head,
            Math.min(30, head.length),
            Math.max(0, Math.min(length, head.length - 30)),
            StandardCharsets.ISO_8859_1);
    if (first.equals("[Content_Types].xml")
        || first.startsWith("_rels/")
        || first.startsWith("docProps/")
        || first.matches("(?:word|xl|ppt)/.*")) {
      return OFFICE;
    }
    return first.equals("mimetype") ? OPEN_DOCUMENT : archive("ZIP archive");
  }
}
