package org.proffer.messages;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;

/** A step of an import: knows whose it is, when it is to stop, and says why it failed. */
abstract class ImportStep extends AbstractBatchlet {
  @Inject private ImportJob job;
  @Inject private JobContext context;
  @Inject private ImportPulse pulse;

  private volatile boolean stopped;

  /** Does the step, until it is done or stopped. */
  abstract void work(ImportId id) throws Exception;

  @Override
  public String process() throws Exception {
    ImportId id = job.importId();
    pulse.begins(id);
    try {
      work(id);
      return "COMPLETED";
    } catch (Exception e) {
      context.setTransientUserData(e);
      throw e;
    } finally {
      pulse.ends(id);
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
