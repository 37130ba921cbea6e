package org.proffer.restrictions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A wall as it is stored. */
@Entity
@Table(name = "case_wall")
@IdClass(WallRow.Key.class)
@NullUnmarked
class WallRow {
  @Id
  @Column(name = "case_id")
  private UUID caseId;

  @Id private String login;
  private String reason;

  @Column(name = "raised_at")
  private Instant raisedAt;

  @Column(name = "raised_by")
  private String raisedBy;

  protected WallRow() {}

  WallRow(UUID caseId, Wall wall) {
    this.caseId = caseId;
    login = wall.login();
    reason = wall.reason();
    raisedAt = wall.raisedAt();
    raisedBy = wall.raisedBy();
  }

  Wall view() {
    return new Wall(login, reason, raisedAt, raisedBy);
  }

  /** Identity of a wall. */
  record Key(UUID caseId, String login) implements Serializable {}
}
