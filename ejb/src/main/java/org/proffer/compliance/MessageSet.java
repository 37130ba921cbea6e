package org.proffer.compliance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.mail.AddressList;
import org.proffer.mail.Archives;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;
import org.proffer.platform.Refusal;

/**
 * The messages of a mailing as a client sends them: an mbox, one message, or an archive of either.
 * It is taken as a whole or not at all: what is no message is named, and nothing of the file used.
 */
final class MessageSet {
  /** Messages in one mailing; more of them are audited by their send log. */
  static final int MOST = 100_000;

  private static final int LARGEST = 32 << 20;

  /** Where mail systems write to whom a copy was delivered, the surest first. */
  private static final List<String> DELIVERED =
      List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To");

  private static final MessageParser PARSER = new MessageParser(ParseBudget.DEFAULT);

  private final Visitor visitor;
  private final List<String> unread = new ArrayList<>();
  private int number;

  private MessageSet(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Takes messages in the order of the file. */
  @FunctionalInterface
  interface Visitor {
    /**
     * One message.
     *
     * @param number from 1
     */
    void message(int number, ByteSource bytes) throws IOException;
  }

  /**
   * Whose copy a message is, and when it was sent, as it says itself.
   *
   * @param address in lower case; empty if it names nobody
   * @param sentAt null if it does not say
   */
  record Copy(String address, @Nullable Instant sentAt, String messageId, String subject) {
    static Copy of(ByteSource bytes) throws IOException {
      return of(PARSER.parse(bytes));
    }

    static Copy of(ParsedMessage message) {
      return new Copy(address(message), message.date(), message.messageId(), message.subject());
    }

    private static String address(ParsedMessage message) {
      for (String name : DELIVERED) {
        String address =
            message
                .header(name)
                .flatMap(
                    field ->
                        AddressList.parse(field.raw()).stream()
                            .filter(mailbox -> !mailbox.domain().isEmpty())
                            .findFirst())
                .map(mailbox -> mailbox.address().toLowerCase(Locale.ROOT))
                .orElse("");
        if (!address.isEmpty()) {
          return address;
        }
      }
      return "";
    }
  }

  /**
   * Visits every message.
   *
   * @return how many there are
   * @throws AuditRefused if something of the file is no message, or there are too many
   */
  static int visit(String fileName, ByteSource file, Visitor visitor) throws IOException {
    MessageSet set = new MessageSet(visitor);
    set.read(fileName, file);
    if (!set.unread.isEmpty()) {
      throw refused(
          String.join("; ", set.unread.subList(0, Math.min(5, set.unread.size())))
              + (set.unread.size() > 5 ? "; and " + (set.unread.size() - 5) + " more" : "")
              + ".",
          "Give messages alone: .eml, mbox, or an archive of them. Nothing of the file was used.");
    }
    if (set.number == 0) {
      throw refused(fileName + " holds no message.", "Give .eml, mbox, or an archive of them.");
    }
    return set.number;
  }

  private static AuditRefused refused(String detail, String next) {
    return new AuditRefused(
        Refusal.Kind.INVALID, "The messages of the mailing cannot be read", detail, next);
  }

  private void read(String name, ByteSource file) throws IOException {
    Mailboxes.Recognized recognized = Mailboxes.recognize(file);
    switch (recognized.kind()) {
      case MBOX, MESSAGE ->
          Mailboxes.scan(
              file, 0, (offset, length) -> one(name, file.slice(offset, length), offset));
      case ARCHIVE -> Archives.expand(file, Archives.Budget.DEFAULT, new Members(name));
      case EMPTY, OTHER -> unread.add(name + ": " + recognized.description());
    }
  }

  private boolean one(String name, ByteSource bytes, long offset) throws IOException {
    if (bytes.length() > LARGEST) {
      unread.add(name + ": the message at byte " + offset + " has more than 32 MiB");
      return true;
    }
    if (++number > MOST) {
      throw refused(
          "There are more than 100,000 messages.",
          "Give the send log of the mailing, and its messages in parts.");
    }
    visitor.message(number, ByteSource.of(bytes.readAll()));
    return true;
  }

  /** Members of an archive, one at a time in memory. */
  private final class Members implements Archives.MemberSink {
    private final String archive;

    Members(String archive) {
      this.archive = archive;
    }

    @Override
    public OutputStream member(String path) {
      return new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
          if (count + length <= 4 * LARGEST) {
            super.write(bytes, offset, length);
          }
        }

        @Override
        public void close() throws IOException {
          if (count >= 4 * LARGEST) {
            unread.add(archive + "!/" + path + ": more than 128 MiB");
          } else {
            MessageSet.this.read(archive + "!/" + path, ByteSource.of(toByteArray()));
          }
        }
      };
    }

    @Override
    public void problem(String path, Archives.Problem problem, String detail) {
      if (problem != Archives.Problem.UNSAFE_NAME) {
        unread.add(archive + (path.isEmpty() ? "" : "!/" + path) + ": " + detail);
      }
    }
  }
}
