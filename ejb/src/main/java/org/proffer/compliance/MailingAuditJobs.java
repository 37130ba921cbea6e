package org.proffer.compliance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.proffer.access.RowIdentity;

/**
 * Runs the audits that were started, one at a time: new ones once they are committed, interrupted
 * ones from their beginning once the server is up again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailingAuditJobs {
  @Resource private TimerService timers;
  @Resource private ManagedExecutorService executor;
  @Inject private MailingAuditWork work;

  private final Semaphore one = new Semaphore(1);

  @PostConstruct
  void planResumption() {
    timers.createSingleActionTimer(1_000, new TimerConfig("resume mailing audits", false));
  }

  @Timeout
  void resumeInterrupted() {
    RowIdentity.asPortal(work::interrupted).forEach(this::run);
  }

  /** Begins the work of an audit, once its start is committed. */
  public void begin(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) MailingAudits.AuditStarted started) {
    run(started.id());
  }

  private void run(UUID id) {
    executor.execute(
        () -> {
          one.acquireUninterruptibly();
          try {
            RowIdentity.asPortal(
                () -> {
                  work.run(id);
                  return true;
                });
          } finally {
            one.release();
          }
        });
  }
}
