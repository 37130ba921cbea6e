package org.proffer.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proffer.access.RowIdentity;
import org.proffer.audit.AuditAlarm;
import org.proffer.audit.AuditKeeper;
import org.proffer.custody.CustodyAlarm;
import org.proffer.ledger.Head;
import org.proffer.operations.Alarm.Subject;

/** Brings together how the portal runs. What was observed is valid for five seconds. */
@ApplicationScoped
class Observed {
  /** A day and a night without a backup are noticed. */
  static final Duration BACKUP_AT_LEAST = Duration.ofHours(26);

  private static final Duration VALID = Duration.ofSeconds(5);

  @Inject private Workload workload;
  @Inject private Readiness readiness;
  @Inject private AuditAlarm alarm;
  @Inject private CustodyAlarm custody;
  @Inject private AuditKeeper keeper;
  @Inject private Clock clock;

  private @Nullable Standing last;

  /** How the portal runs now. */
  synchronized Standing standing() {
    Instant now = clock.instant();
    Standing known = last;
    if (known == null || known.at().plus(VALID).isBefore(now)) {
      known = observe(now);
      last = known;
    }
    return known;
  }

  private Standing observe(Instant now) {
    Workload.Counts counts = RowIdentity.asPortal(workload::now);
    Optional<Head> head = head();
    List<Readiness.Check> checks = readiness.checks();
    List<Alarm> alarms = new ArrayList<>();
    alarm.troubles().values().forEach(wrong -> alarms.add(new Alarm(Subject.AUDIT_LOG, wrong)));
    custody.troubles().forEach((trouble, wrong) -> alarms.add(new Alarm(subject(trouble), wrong)));
    checks.stream()
        .filter(check -> !check.up())
        .map(
            check ->
                new Alarm(
                    check.subject() == Readiness.Subject.AUDIT
                        ? Subject.AUDIT_LOG
                        : Subject.READINESS,
                    "Not as it must be: " + check.subject() + "."))
        .forEach(alarms::add);
    alarms.addAll(ofBackup(counts.backupAt(), now));
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    Instant read = keeper.readAt();
    return new Standing(
        now,
        alarms,
        checks,
        counts.imports(),
        counts.waitingSince(),
        counts.unplaced(),
        head.map(Head::size).orElse(0L),
        head.map(Head::at).orElse(null),
        read.equals(Instant.MIN) ? null : read,
        counts.custody(),
        counts.custodyAt(),
        counts.failedLogins(),
        counts.failedLoginsOfTheDay(),
        counts.backupAt(),
        Pool.all(),
        heap.getUsed(),
        heap.getMax(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        readiness.free(),
        readiness.size(),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        counts.schema());
  }

  private static Subject subject(CustodyAlarm.Trouble trouble) {
    return trouble == CustodyAlarm.Trouble.DAMAGED ? Subject.VAULT : Subject.CUSTODY_LOG;
  }

  /** What is wrong with the backups. */
  static List<Alarm> ofBackup(@Nullable Instant at, Instant now) {
    if (at == null) {
      return List.of(new Alarm(Subject.BACKUP, "There is no backup yet."));
    }
    Duration age = Duration.between(at, now);
    return age.compareTo(BACKUP_AT_LEAST) > 0
        ? List.of(new Alarm(Subject.BACKUP, "The last backup is " + age.toHours() + " hours old."))
        : List.of();
  }

  private Optional<Head> head() {
    try {
      return keeper.heads().last();
    } catch (IOException e) {
      throw new UncheckedIOException("the heads of the audit log cannot be read", e);
    }
  }
}
