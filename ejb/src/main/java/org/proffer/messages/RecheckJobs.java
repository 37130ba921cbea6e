package org.proffer.messages;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Properties;

/**
 * Starts the jobs of re-checks: of new ones once they are committed, of interrupted ones once the
 * server is up.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecheckJobs {
  static final String JOB = "recheck";
  static final String RECHECK_ID = "recheckId";

  @Resource private TimerService timers;
  @Inject private RecheckStore store;

  @PostConstruct
  void planResumption() {
    timers.createSingleActionTimer(1, new TimerConfig("resume re-checks", false));
  }

  @Timeout
  void resumeInterrupted() {
    for (RecheckId id : store.interrupted()) {
      RecheckLog.LOG.resumed(id);
      start(id);
    }
  }

  /** Starts the job of a re-check that was asked for, once the asking is committed. */
  public void startAsked(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) Rechecks.RecheckAsked asked) {
    start(asked.id());
  }

  private static void start(RecheckId id) {
    Properties parameters = new Properties();
    parameters.setProperty(RECHECK_ID, id.toString());
    RecheckLog.LOG.started(id, BatchRuntime.getJobOperator().start(JOB, parameters));
  }
}
