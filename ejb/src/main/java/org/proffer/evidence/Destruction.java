package org.proffer.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A request to destroy an item, as it is stored. */
@Entity
@Table(name = "destruction")
@NullUnmarked
class Destruction {
  @Id UUID id;

  @Column(name = "item_id")
  UUID itemId;

  String reason;
  String authority;

  @Column(name = "requested_at")
  Instant requestedAt;

  @Column(name = "requested_by")
  String requestedBy;

  @Column(name = "approved_at")
  Instant approvedAt;

  @Column(name = "approved_by")
  String approvedBy;

  @Column(name = "not_before")
  Instant notBefore;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "ended_by")
  String endedBy;

  @Enumerated(EnumType.STRING)
  DestructionView.Outcome outcome;

  void end(DestructionView.Outcome how, String by, Instant at) {
    outcome = how;
    endedBy = by;
    endedAt = at;
  }

  DestructionView view() {
    return new DestructionView(
        new EvidenceId(itemId),
        reason,
        authority,
        requestedAt,
        requestedBy,
        approvedAt,
        approvedBy,
        notBefore,
        endedAt,
        endedBy,
        outcome);
  }
}
