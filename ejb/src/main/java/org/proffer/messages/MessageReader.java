package org.proffer.messages;

import jakarta.annotation.Resource;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

/**
 * Finds the messages of an item, from the checkpoint on, and has them checked on all cores, some
 * ahead of what is stored. The checkpoint is the import's own row, not the batch runtime's: it is
 * written in the transaction of the messages it stands behind.
 */
@Named("messageReader")
@Dependent
public class MessageReader extends AbstractItemReader {
  private static final int AHEAD = 1_000;
  private static final int CHECKED_AHEAD = 400;

  @Inject private ImportJob job;
  @Inject private ImportStore store;
  @Inject private Vault vault;
  @Inject private MessageIntake intake;
  @Resource private ManagedExecutorService executor;

  private final Deque<ImportEntry> ahead = new ArrayDeque<>();
  private final Deque<ImportItem> checking = new ArrayDeque<>();
  private @Nullable ImportId id;
  private ImportStore.@Nullable Task task;
  private @Nullable ImportSource source;
  private int member;
  private long offset;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    ImportId importId = job.importId();
    ImportStore.Task asked = store.task(importId);
    id = importId;
    task = asked;
    source =
        store
            .derived(asked.itemId())
            .orElseGet(
                () ->
                    new ImportSource(
                        asked.itemSha256(), List.of(new Member(0, "", 0, asked.itemLength()))));
    member = asked.nextMember();
    offset = asked.nextOffset();
  }

  @Override
  public @Nullable Object readItem() throws IOException {
    while (checking.size() < CHECKED_AHEAD) {
      if (ahead.isEmpty()) {
        readAhead();
      }
      ImportEntry next = ahead.poll();
      if (next == null) {
        break;
      }
      checking.add(begun(next));
    }
    return checking.poll();
  }

  /** An entry with its check begun: the next chunk is checked while this one is stored. */
  private ImportItem begun(ImportEntry entry) {
    if (!(entry instanceof ImportEntry.Range range)) {
      return new ImportItem(entry, null);
    }
    ImportStore.Task asked = Objects.requireNonNull(task);
    String sha256 = Objects.requireNonNull(source).sha256();
    ByteSource object = vault.open(sha256);
    Callable<StoredMessage> check = () -> intake.check(asked, sha256, object, range);
    return new ImportItem(entry, executor.submit(check));
  }

  @Override
  public void close() {
    checking.forEach(ImportItem::abandon);
    checking.clear();
  }

  private void readAhead() throws IOException {
    ImportSource from = Objects.requireNonNull(source);
    if (store.task(Objects.requireNonNull(id)).state().isEnded()) {
      return;
    }
    while (ahead.size() < AHEAD && member < from.members().size()) {
      Member current = from.members().get(member);
      if (offset >= current.length() && current.length() > 0) {
        member++;
        offset = 0;
        continue;
      }
      read(vault.open(from.sha256()).slice(current.offset(), current.length()), current);
    }
  }

  private void read(ByteSource bytes, Member current) throws IOException {
    Mailboxes.Recognized recognized = Mailboxes.recognize(bytes);
    if (recognized.kind() != Mailboxes.Kind.MBOX && recognized.kind() != Mailboxes.Kind.MESSAGE) {
      ahead.add(new ImportEntry.NoMessage(current, "NO_MESSAGE", describe(current, recognized)));
      member++;
      offset = 0;
      return;
    }
    if (recognized.kind() == Mailboxes.Kind.MESSAGE) {
      ahead.add(new ImportEntry.Range(current, 0, bytes.length()));
      member++;
      offset = 0;
      return;
    }
    int before = ahead.size();
    Mailboxes.scan(
        bytes,
        offset,
        (start, length) -> {
          ahead.add(new ImportEntry.Range(current, start, length));
          offset = start + length;
          return ahead.size() < AHEAD;
        });
    if (ahead.size() < AHEAD || ahead.size() == before) {
      member++;
      offset = 0;
    }
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
