package org.proffer.messages;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Which re-check the running job belongs to. */
@Dependent
class RecheckJob {
  @Inject private JobContext context;

  RecheckId recheckId() {
    return RecheckId.parse(
        BatchRuntime.getJobOperator()
            .getParameters(context.getExecutionId())
            .getProperty(RecheckJobs.RECHECK_ID));
  }

  long execution() {
    return context.getExecutionId();
  }
}
