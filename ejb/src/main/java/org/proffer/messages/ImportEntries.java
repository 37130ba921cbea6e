package org.proffer.messages;

import java.io.IOException;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

/** Finds what stands in an item, in order and in bounded memory, from any place on. */
final class ImportEntries {
  /** Receives what was found. */
  @FunctionalInterface
  interface Sink {
    /**
     * The next entry.
     *
     * @param nextMember the member in which reading goes on after it
     * @param nextOffset the place in that member
     * @return false to stop
     */
    boolean entry(ImportEntry entry, int nextMember, long nextOffset) throws IOException;
  }

  private final ImportSource source;
  private final ByteSource object;

  /**
   * The entries of an item.
   *
   * @param object the bytes of the source's vault object
   */
  ImportEntries(ImportSource source, ByteSource object) {
    this.source = source;
    this.object = object;
  }

  /**
   * Finds the entries from a place on.
   *
   * @param offset 0, or the end of an entry of that member
   */
  void scan(int member, long offset, Sink sink) throws IOException {
    long from = offset;
    for (int i = member; i < source.members().size(); i++) {
      Member current = source.members().get(i);
      if ((from < current.length() || current.length() == 0) && !scan(current, from, sink)) {
        return;
      }
      from = 0;
    }
  }

  private boolean scan(Member current, long from, Sink sink) throws IOException {
    ByteSource bytes = object.slice(current.offset(), current.length());
    Mailboxes.Recognized recognized = Mailboxes.recognize(bytes);
    int after = current.position() + 1;
    if (recognized.kind() == Mailboxes.Kind.MESSAGE) {
      return sink.entry(new ImportEntry.Range(current, 0, bytes.length()), after, 0);
    }
    if (recognized.kind() != Mailboxes.Kind.MBOX) {
      return sink.entry(
          new ImportEntry.NoMessage(current, "NO_MESSAGE", describe(current, recognized)),
          after,
          0);
    }
    boolean[] goOn = {true};
    Mailboxes.scan(
        bytes,
        from,
        (start, length) ->
            goOn[0] =
                sink.entry(
                    new ImportEntry.Range(current, start, length),
                    current.position(),
                    start + length));
    return goOn[0];
  }

  private static String describe(Member current, Mailboxes.Recognized recognized) {
    String name = current.path().isEmpty() ? "The item" : "“" + current.path() + "”";
    return recognized.kind() == Mailboxes.Kind.EMPTY
        ? name + " is empty (0 bytes), so there is no message in it."
        : name
            + " is no message and no mailbox: "
            + recognized.description()
            + ". Its bytes are kept as they are.";
  }
}
