package org.proffer.messages;

import jakarta.batch.api.chunk.listener.ChunkListener;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/**
 * Ends a re-check with its job: completed, failed with the cause, or left for the next start of the
 * server.
 */
@Named("recheckEnd")
@Dependent
public class RecheckEnd extends AbstractJobListener implements ChunkListener {
  @Inject private RecheckJob job;
  @Inject private RecheckStore store;
  @Inject private JobContext context;

  @Override
  public void beforeChunk() {
    // nothing to prepare
  }

  @Override
  public void onError(@Nullable Exception cause) {
    context.setTransientUserData(cause);
  }

  @Override
  public void afterChunk() {
    // the writer has moved the checkpoint
  }

  @Override
  public void afterJob() {
    RecheckId id = job.recheckId();
    if (context.getBatchStatus() == BatchStatus.FAILED) {
      Object cause = context.getTransientUserData();
      Exception failure =
          cause instanceof Exception e ? e : new IllegalStateException("the job failed");
      RecheckLog.LOG.failed(id, failure);
      store.end(
          id,
          RecheckState.FAILED,
          "Checking stopped ("
              + failure.getClass().getSimpleName()
              + "). What was checked stays; start a new re-check for the rest.");
    } else if (context.getBatchStatus() == BatchStatus.STARTED
        || context.getBatchStatus() == BatchStatus.COMPLETED) {
      store.end(id, RecheckState.COMPLETED, "");
    }
  }
}
