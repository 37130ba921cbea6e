package org.proffer.messages;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Stores the checked messages of a chunk, and moves the checkpoint behind them. */
@Named("messageWriter")
@Dependent
public class MessageWriter extends AbstractItemWriter {
  @Inject private ImportJob job;
  @Inject private ImportStore store;

  @Override
  public void writeItems(List<Object> items) throws InterruptedException, ExecutionException {
    ImportRun run = store.locked(job.importId());
    if (run.state.isEnded()) {
      return;
    }
    List<StoredMessage> messages = new ArrayList<>(items.size());
    List<ImportProblemView> problems = new ArrayList<>();
    for (Object each : items) {
      ImportItem item = (ImportItem) each;
      if (item.message() != null) {
        StoredMessage message = item.message().get();
        run.count(message);
        messages.add(message);
      } else if (item.entry() instanceof ImportEntry.NoMessage none) {
        problems.add(new ImportProblemView(none.member().path(), none.kind(), none.detail()));
      }
    }
    ImportEntry last = ((ImportItem) items.get(items.size() - 1)).entry();
    run.nextMember = last.member().position();
    run.nextOffset = last.end();
    run.doneBytes = last.member().offset() + last.end();
    store.store(run, messages, problems);
  }
}
