package org.proffer.restrictions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A use of break-glass as it is stored. */
@Entity
@Table(name = "break_glass")
@NullUnmarked
class BreakGlassRow {
  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  String login;
  String reason;

  @Column(name = "began_at")
  Instant beganAt;

  Instant until;

  @Column(name = "reviewed_at")
  Instant reviewedAt;

  @Column(name = "reviewed_by")
  String reviewedBy;

  String review;
}
