package org.proffer.messages;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
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
 * Starts the jobs of imports: of new ones once they are committed, of interrupted ones once the
 * server is up, and of those whose job ended without a word when the database went away.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportJobs {
  static final String JOB = "import";
  static final String IMPORT_ID = "importId";
  private static final long LOOK_EVERY_MILLIS = 10_000;

  @Resource private TimerService timers;
  @Inject private ImportStore store;
  @Inject private ImportPulse pulse;

  private boolean resumed;

  @PostConstruct
  void planResumption() {
    timers.createIntervalTimer(1, LOOK_EVERY_MILLIS, new TimerConfig("resume imports", false));
  }

  @Timeout
  void resumeInterrupted() {
    try {
      for (ImportId id : store.interrupted()) {
        if (!resumed || pulse.isSilent(id, store.standing(id).state() == ImportState.QUEUED)) {
          ImportLog.LOG.resumed(id);
          start(id);
        }
      }
      resumed = true;
    } catch (RuntimeException e) {
      if (Trouble.of(e).isEmpty()) {
        throw e;
      }
      ImportLog.LOG.looksLater(e);
    }
  }

  /** Starts the job of an import that was asked for, once the asking is committed. */
  public void startAsked(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) Imports.ImportAsked asked) {
    start(asked.id());
  }

  private void start(ImportId id) {
    pulse.started(id);
    JobOperator jobs = BatchRuntime.getJobOperator();
    Properties parameters = new Properties();
    parameters.setProperty(IMPORT_ID, id.toString());
    ImportLog.LOG.started(id, jobs.start(JOB, parameters));
  }
}
