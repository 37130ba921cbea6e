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
 * Ends an import with its job: completed, failed with the cause, or left for the next start of the
 * server.
 */
@Named("importEnd")
@Dependent
public class ImportEnd extends AbstractJobListener implements ChunkListener {
  @Inject private ImportJob job;
  @Inject private ImportStore store;
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
    ImportId id = job.importId();
    if (context.getBatchStatus() == BatchStatus.FAILED) {
      Object cause = context.getTransientUserData();
      Exception failure =
          cause instanceof Exception e ? e : new IllegalStateException("the job failed");
      ImportLog.LOG.failed(id, failure);
      store.end(
          id,
          ImportState.FAILED,
          "Reading stopped (" + failure.getClass().getSimpleName() + "). What was stored stays.");
    } else if (context.getBatchStatus() == BatchStatus.STARTED
        || context.getBatchStatus() == BatchStatus.COMPLETED) {
      store.end(id, ImportState.COMPLETED, "");
    }
  }
}
