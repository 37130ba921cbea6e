package org.proffer.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures of the portal in the text format of Prometheus: counts, sizes and ages, no names. */
@ApplicationScoped
public class Meters {
  private static final List<String> IMPORT_STATES =
      List.of("QUEUED", "EXPANDING", "READING", "COMPLETED", "CANCELLED", "FAILED");

  @Inject private Observed observed;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @PostConstruct
  void bind() {
    List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(binder -> binder.bindTo(registry));
    for (String state : IMPORT_STATES) {
      Gauge.builder("proffer.imports", observed, of(s -> s.imports().getOrDefault(state, 0L)))
          .tag("state", state)
          .description("Imports by state")
          .register(registry);
    }
    for (Readiness.Subject subject : Readiness.Subject.values()) {
      Gauge.builder("proffer.up", observed, of(s -> up(s, subject)))
          .tag("subject", subject.name())
          .description("1 while it is as it must be")
          .register(registry);
    }
    gauge("proffer.alarms", "What somebody must look at", s -> s.alarms().size());
    gauge(
        "proffer.import.oldest.age.seconds",
        "Age of the oldest open import",
        s -> age(s, s.waitingSince()));
    gauge("proffer.audit.unplaced", "Entries without a place in the log", Standing::unplaced);
    gauge("proffer.audit.entries", "Entries under the newest signed head", Standing::auditSize);
    gauge(
        "proffer.audit.head.age.seconds",
        "Age of the newest signed head",
        s -> age(s, s.auditHeadAt()));
    gauge(
        "proffer.audit.read.age.seconds",
        "Since the whole log was compared",
        s -> age(s, s.auditReadAt()));
    gauge("proffer.custody.events", "Custody events", Standing::custody);
    gauge(
        "proffer.custody.newest.age.seconds",
        "Age of the newest custody event",
        s -> age(s, s.custodyAt()));
    gauge("proffer.logins.failed.hour", "Failed logins of the last hour", Standing::failedLogins);
    gauge(
        "proffer.backup.age.seconds",
        "Age of the last backup; NaN without one",
        s -> age(s, s.backupAt()));
    gauge("proffer.vault.free.bytes", "Bytes that can be written to the vault", Standing::free);
    for (String name : Pool.NAMES) {
      pool("proffer.pool.in.use", name, Pool::inUse);
      pool("proffer.pool.open", name, Pool::open);
      pool("proffer.pool.most", name, Pool::most);
      pool("proffer.pool.waiting", name, Pool::waiting);
    }
  }

  private void gauge(String name, String description, ToDoubleFunction<Standing> figure) {
    Gauge.builder(name, observed, of(figure)).description(description).register(registry);
  }

  private void pool(String name, String source, ToDoubleFunction<Pool> figure) {
    Gauge.builder(
            name,
            observed,
            of(
                standing ->
                    standing.pools().stream()
                        .filter(pool -> pool.name().equals(source))
                        .mapToDouble(figure)
                        .findFirst()
                        .orElse(Double.NaN)))
        .tag("datasource", source)
        .description("Connections of a datasource")
        .register(registry);
  }

  private static ToDoubleFunction<Observed> of(ToDoubleFunction<Standing> figure) {
    return observed -> figure.applyAsDouble(observed.standing());
  }

  private static double up(Standing standing, Readiness.Subject subject) {
    return standing.checks().stream().anyMatch(check -> check.subject() == subject && check.up())
        ? 1
        : 0;
  }

  private static double age(Standing standing, @Nullable Instant at) {
    return at == null ? Double.NaN : Duration.between(at, standing.at()).toMillis() / 1_000.0;
  }

  /**
   * Counts an answered request.
   *
   * @param method of the request
   * @param status of the response; only its class is kept
   * @param nanos how long it took
   */
  public void answered(String method, int status, long nanos) {
    Timer.builder("proffer.http")
        .tag("method", method.matches("GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS") ? method : "other")
        .tag("status", status / 100 + "xx")
        .description("Requests answered")
        .publishPercentiles(0.5, 0.99)
        .register(registry)
        .record(Duration.ofNanos(nanos));
  }

  /** All figures as text. */
  public String scrape() {
    return registry.scrape();
  }

  @PreDestroy
  void close() {
    registry.close();
  }
}
