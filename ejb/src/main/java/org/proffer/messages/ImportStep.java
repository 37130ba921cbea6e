package org.proffer.messages;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;

/** A step of an import: knows whose it is, when it is to stop, and says why it failed. */
abstract class ImportStep extends AbstractBatchlet {
  @Inject private ImportJob job;
  @Inject private JobContext context;

  private volatile boolean stopped;

  /** Does the step, until it is done or stopped. */
  abstract void work(ImportId id) throws Exception;

  @Override
  public String process() throws Exception {
    try {
      work(job.importId());
      return "COMPLETED";
    } catch (Exception e) {
      context.setTransientUserData(e);
      throw e;
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  long execution() {
    return job.execution();
  }
}
