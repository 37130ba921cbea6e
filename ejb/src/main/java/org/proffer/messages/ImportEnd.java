package org.proffer.messages;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Ends an import with its job: completed, failed with the cause, or left for the next start of the
 * server.
 */
@Named("importEnd")
@Dependent
public class ImportEnd extends AbstractJobListener {
  @Inject private ImportJob job;
  @Inject private ImportStore store;
  @Inject private JobContext context;

  @Override
  public void afterJob() {
    ImportId id = job.importId();
    if (context.getBatchStatus() == BatchStatus.FAILED) {
      Object cause = context.getTransientUserData();
      Exception failure =
          cause instanceof Exception e ? e : new IllegalStateException("the job failed");
      ImportLog.LOG.failed(id, failure);
      insist(
          id,
          () ->
              store.end(
                  id,
                  ImportState.FAILED,
                  "Reading stopped ("
                      + failure.getClass().getSimpleName()
                      + "). What was stored stays."));
    } else if (context.getBatchStatus() == BatchStatus.STARTED
        || context.getBatchStatus() == BatchStatus.COMPLETED) {
      insist(id, () -> store.finish(id));
    }
  }

  private void insist(ImportId id, Runnable end) {
    try {
      Patience.with(
          store,
          id,
          () -> false,
          () -> {
            end.run();
            return true;
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      ImportLog.LOG.failed(id, e);
    }
  }
}
