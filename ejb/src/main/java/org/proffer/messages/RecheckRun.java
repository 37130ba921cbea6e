package org.proffer.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.cases.CaseId;

/**
 * A re-check with its checkpoint: the last message checked, written in the same transaction as what
 * was found in it.
 */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "recheck_run")
@NullUnmarked
class RecheckRun {
  /** Before every message. */
  static final UUID START = new UUID(0, 0);

  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  @Column(name = "rule_version")
  String ruleVersion;

  @Enumerated(EnumType.STRING)
  RecheckState state;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "started_by")
  String startedBy;

  @Column(name = "finished_at")
  Instant finishedAt;

  long total;
  long done;
  long changed;
  long unchecked;

  @Column(name = "next_after")
  UUID nextAfter;

  String failure;

  @Column(name = "job_execution")
  Long jobExecution;

  @Version int version;

  protected RecheckRun() {}

  RecheckRun(
      UUID id, UUID caseId, String ruleVersion, long total, Instant startedAt, String startedBy) {
    this.id = id;
    this.caseId = caseId;
    this.ruleVersion = ruleVersion;
    this.state = RecheckState.QUEUED;
    this.total = total;
    this.nextAfter = START;
    this.startedAt = startedAt;
    this.startedBy = startedBy;
  }

  RecheckView view() {
    return new RecheckView(
        new RecheckId(id),
        new CaseId(caseId),
        ruleVersion,
        state,
        startedAt,
        startedBy,
        finishedAt,
        total,
        done,
        changed,
        unchecked,
        failure);
  }
}
