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
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.proffer.access.RowIdentity;

/**
 * Makes the probes of the watches that are due: a HEAD of the page, without redirects to another
 * place, without what identifies a recipient. It never sends a form, and never asks a host that the
 * client did not list.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MechanismProbes {
  private static final long EVERY = Duration.ofMinutes(1).toMillis();

  @Resource private TimerService timers;
  @Inject private ProbeRows rows;
  @Inject private Clock clock;

  private final ReentrantLock one = new ReentrantLock();
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  @PostConstruct
  void begin() {
    timers.createIntervalTimer(EVERY, EVERY, new TimerConfig("mechanism probes", false));
  }

  /** A watch that was started is asked for at once, so that its host is seen to answer. */
  public void begin(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) MechanismWatches.WatchStarted started) {
    timers.createSingleActionTimer(1, new TimerConfig("probe of " + started.id(), false));
  }

  @Timeout
  void round() {
    if (one.tryLock()) {
      try {
        RowIdentity.asPortal(
            () -> {
              rows.due(clock.instant()).forEach(this::probe);
              return true;
            });
      } finally {
        one.unlock();
      }
    }
  }

  private void probe(ProbeRows.Due due) {
    Instant at = clock.instant();
    long begun = System.nanoTime();
    ProbeRows.Seen seen = asked(due.address());
    int millis = (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
    rows.record(due, at, seen, millis);
  }

  private ProbeRows.Seen asked(String address) {
    try {
      HttpRequest head =
          HttpRequest.newBuilder(URI.create(address))
              .method("HEAD", HttpRequest.BodyPublishers.noBody())
              .timeout(Duration.ofSeconds(20))
              .build();
      int status = http.send(head, HttpResponse.BodyHandlers.discarding()).statusCode();
      // A page that does not answer HEAD is there all the same (RFC 9110 15.5.6).
      boolean there = status < 400 || status == 405;
      return new ProbeRows.Seen(there, "HEAD answered " + status);
    } catch (IOException | IllegalArgumentException e) {
      return new ProbeRows.Seen(false, "HEAD failed: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ProbeRows.Seen(false, "HEAD was interrupted");
    }
  }
}
