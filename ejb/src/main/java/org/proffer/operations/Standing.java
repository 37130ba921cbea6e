package org.proffer.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the portal runs just now: counts, sizes and times, nothing of any case.
 *
 * @param at when this was so
 * @param alarms what somebody must look at; empty while all is well
 * @param checks what was tried
 * @param imports number of imports by state
 * @param waitingSince when the oldest import that is not finished began; null if none is open
 * @param unplaced entries of the audit log that have no place in it yet
 * @param auditSize entries under the newest signed head; 0 before the first
 * @param auditHeadAt when it was signed; null before the first
 * @param auditReadAt when the whole log was last compared with the heads; null before the first
 *     time
 * @param custody number of custody events
 * @param custodyAt when the newest of them was; null before the first
 * @param failedLogins in the last hour
 * @param failedLoginsOfTheDay in the last 24 hours
 * @param backupAt when the last backup was completed; null if there was none
 * @param pools of database connections
 * @param heap bytes in use
 * @param mostHeap bytes there may be
 * @param threads that live
 * @param free bytes that can still be written to the vault
 * @param disk size of the vault's disk in bytes
 * @param startedAt when the server started
 * @param schema version of the database's schema
 */
public record Standing(
    Instant at,
    List<Alarm> alarms,
    List<Readiness.Check> checks,
    Map<String, Long> imports,
    @Nullable Instant waitingSince,
    long unplaced,
    long auditSize,
    @Nullable Instant auditHeadAt,
    @Nullable Instant auditReadAt,
    long custody,
    @Nullable Instant custodyAt,
    long failedLogins,
    long failedLoginsOfTheDay,
    @Nullable Instant backupAt,
    List<Pool> pools,
    long heap,
    long mostHeap,
    int threads,
    long free,
    long disk,
    Instant startedAt,
    String schema) {

  /** Copies what could be changed. */
  public Standing {
    alarms = List.copyOf(alarms);
    checks = List.copyOf(checks);
    imports = Map.copyOf(imports);
    pools = List.copyOf(pools);
  }
}
