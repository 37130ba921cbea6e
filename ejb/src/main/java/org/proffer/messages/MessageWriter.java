package org.proffer.messages;

import jakarta.annotation.Resource;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;

/**
 * Checks the messages of a chunk on all cores, stores them, and moves the checkpoint behind them.
 */
@Named("messageWriter")
@Dependent
public class MessageWriter extends AbstractItemWriter {
  @Inject private ImportJob job;
  @Inject private ImportStore store;
  @Inject private Vault vault;
  @Inject private MessageIntake intake;
  @Resource private ManagedExecutorService executor;

  @Override
  public void writeItems(List<Object> items) throws InterruptedException, ExecutionException {
    ImportId id = job.importId();
    ImportRun run = store.locked(id);
    if (run.state.isEnded()) {
      return;
    }
    ImportStore.Task task = store.task(id);
    ImportSource source =
        store
            .derived(task.itemId())
            .orElseGet(() -> new ImportSource(task.itemSha256(), List.of()));
    ByteSource object = vault.open(source.sha256());

    List<Future<StoredMessage>> checks = new ArrayList<>();
    List<ImportProblemView> problems = new ArrayList<>();
    for (Object item : items) {
      if (item instanceof ImportEntry.Range range) {
        Callable<StoredMessage> check = () -> intake.check(task, source.sha256(), object, range);
        checks.add(executor.submit(check));
      } else if (item instanceof ImportEntry.NoMessage none) {
        problems.add(new ImportProblemView(none.member().path(), none.kind(), none.detail()));
      }
    }
    List<StoredMessage> messages = new ArrayList<>(checks.size());
    for (Future<StoredMessage> check : checks) {
      StoredMessage message = check.get();
      switch (message.outcome) {
        case PARSED -> run.parsed++;
        case PARSED_WITH_DEFECTS -> run.withDefects++;
        case QUARANTINED -> run.quarantined++;
      }
      message.number = run.parsed + run.withDefects + run.quarantined;
      messages.add(message);
    }
    ImportEntry last = (ImportEntry) items.get(items.size() - 1);
    run.nextMember = last.member().position();
    run.nextOffset = last.end();
    run.doneBytes = last.member().offset() + last.end();
    store.store(run, messages, problems);
  }
}
