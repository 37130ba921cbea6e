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

/**
 * An import with its checkpoint: the place in the item after the last message stored, written in
 * the same transaction as that message.
 */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "import_run")
@NullUnmarked
class ImportRun {
  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  @Column(name = "item_id")
  UUID itemId;

  @Enumerated(EnumType.STRING)
  ImportState state;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "started_by")
  String startedBy;

  @Column(name = "finished_at")
  Instant finishedAt;

  @Column(name = "total_bytes")
  long totalBytes;

  @Column(name = "done_bytes")
  long doneBytes;

  @Column(name = "next_member")
  int nextMember;

  @Column(name = "next_offset")
  long nextOffset;

  long parsed;

  @Column(name = "with_defects")
  long withDefects;

  long quarantined;
  long problems;
  String failure;

  @Column(name = "job_execution")
  Long jobExecution;

  @Version int version;

  protected ImportRun() {}

  ImportRun(
      UUID id, UUID caseId, UUID itemId, long totalBytes, Instant startedAt, String startedBy) {
    this.id = id;
    this.caseId = caseId;
    this.itemId = itemId;
    this.state = ImportState.QUEUED;
    this.totalBytes = totalBytes;
    this.startedAt = startedAt;
    this.startedBy = startedBy;
  }

  /** Counts a message under its outcome and gives it the next number. */
  void count(StoredMessage message) {
    switch (message.outcome) {
      case PARSED -> parsed++;
      case PARSED_WITH_DEFECTS -> withDefects++;
      case QUARANTINED -> quarantined++;
    }
    message.number = parsed + withDefects + quarantined;
  }
}
