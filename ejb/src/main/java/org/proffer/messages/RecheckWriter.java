package org.proffer.messages;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Stores what was found in a chunk, and moves the checkpoint behind it. */
@Named("recheckWriter")
@Dependent
public class RecheckWriter extends AbstractItemWriter {
  @Inject private RecheckJob job;
  @Inject private RecheckStore store;

  @Override
  public void writeItems(List<Object> items) throws InterruptedException, ExecutionException {
    RecheckRun run = store.locked(job.recheckId());
    if (run.state.isEnded()) {
      return;
    }
    List<RecheckStore.Rechecked> checked = new ArrayList<>(items.size());
    for (Object item : items) {
      checked.add(((RecheckReader.Item) item).checked().get());
    }
    store.store(run, checked);
  }
}
