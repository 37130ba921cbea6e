package org.proffer.messages;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

/**
 * Finds the messages of an item, from the checkpoint on. The checkpoint is the import's own row,
 * not the batch runtime's: it is written in the transaction of the messages it stands behind.
 */
@Named("messageReader")
@Dependent
public class MessageReader extends AbstractItemReader {
  private static final int AHEAD = 1_000;

  @Inject private ImportJob job;
  @Inject private ImportStore store;
  @Inject private Vault vault;

  private final Deque<ImportEntry> ahead = new ArrayDeque<>();
  private @Nullable ImportId id;
  private @Nullable ImportSource source;
  private int member;
  private long offset;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    ImportId importId = job.importId();
    ImportStore.Task task = store.task(importId);
    id = importId;
    source =
        store
            .derived(task.itemId())
            .orElseGet(
                () ->
                    new ImportSource(
                        task.itemSha256(), List.of(new Member(0, "", 0, task.itemLength()))));
    member = task.nextMember();
    offset = task.nextOffset();
  }

  @Override
  public @Nullable Object readItem() throws IOException {
    if (ahead.isEmpty()) {
      readAhead();
    }
    return ahead.poll();
  }

  private void readAhead() throws IOException {
    ImportSource from = java.util.Objects.requireNonNull(source);
    if (store.task(java.util.Objects.requireNonNull(id)).state().isEnded()) {
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
