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
 * An import. What of its item is stored stand its parts; {@code next} is where counting the
 * messages goes on.
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

  /** How many messages the item has; null until they were counted. */
  Long planned;

  @Enumerated(EnumType.STRING)
  ImportPriority priority = ImportPriority.NORMAL;

  /** What keeps it waiting; null when nothing does. */
  String trouble;

  @Column(name = "reading_since")
  Instant readingSince;

  @Column(name = "messages_before")
  long messagesBefore;

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
}
