package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.proffer.mail.ByteSource;

/** Reads one part of an item: finds its entries again, has them checked, and stores them. */
@ApplicationScoped
class PartReading {
  private static final long TAKEN_AT_ONCE = 8L << 20;

  @Inject private ImportStore store;
  @Inject private MessageIntake intake;

  /**
   * Reads and stores a part.
   *
   * @param object the bytes of the source's vault object
   * @return false if the import is no longer being read; nothing was stored then
   */
  boolean read(ImportStore.Task task, ImportSource source, ByteSource object, ImportPart part)
      throws IOException {
    ByteSource held = held(source, object, part);
    List<StoredMessage> messages = new ArrayList<>(part.messages());
    List<ImportProblemView> problems = new ArrayList<>();
    int[] read = {0};
    new ImportEntries(source, held)
        .scan(
            part.member(),
            part.offset(),
            (entry, member, offset) -> {
              if (entry instanceof ImportEntry.Range range) {
                StoredMessage message = intake.check(task, source.sha256(), held, range);
                message.number = part.firstNumber() + messages.size();
                messages.add(message);
              } else if (entry instanceof ImportEntry.NoMessage none) {
                problems.add(
                    new ImportProblemView(none.member().path(), none.kind(), none.detail()));
              }
              return ++read[0] < part.entries();
            });
    if (read[0] != part.entries() || messages.size() != part.messages()) {
      throw new IllegalStateException(
          "Part "
              + part.position()
              + " of item "
              + task.itemId()
              + " had "
              + part.entries()
              + " entries when it was counted and has "
              + read[0]
              + " now");
    }
    return store.store(new ImportId(task.importId()), part, messages, problems);
  }

  /** The bytes around the part in memory, so that the file is not opened for each message. */
  private static ByteSource held(ImportSource source, ByteSource object, ImportPart part)
      throws IOException {
    long from = source.members().get(part.member()).offset() + part.offset();
    long length = Math.min(object.length() - from, part.bytes() + part.bytes() / 4 + (1 << 16));
    if (length <= 0 || length > TAKEN_AT_ONCE) {
      return object;
    }
    return new HeldBytes(object, from, object.slice(from, length).readAll());
  }
}
