package org.proffer.messages;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Which import the running job belongs to. */
@Dependent
class ImportJob {
  @Inject private JobContext context;

  ImportId importId() {
    JobOperator jobs = BatchRuntime.getJobOperator();
    return ImportId.parse(
        jobs.getParameters(context.getExecutionId()).getProperty(ImportJobs.IMPORT_ID));
  }

  long execution() {
    return context.getExecutionId();
  }
}
