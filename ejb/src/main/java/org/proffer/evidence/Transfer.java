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

/** An offer to pass an item on, as it is stored. */
@Entity
@Table(name = "custody_transfer")
@NullUnmarked
class Transfer {
  @Id UUID id;

  @Column(name = "item_id")
  UUID itemId;

  @Column(name = "from_login")
  String from;

  @Column(name = "to_login")
  String to;

  @Column(name = "offered_by")
  String offeredBy;

  @Column(name = "offered_at")
  Instant offeredAt;

  String reason;
  String authority;

  @Column(name = "ended_at")
  Instant endedAt;

  @Enumerated(EnumType.STRING)
  TransferView.Outcome outcome;

  void end(TransferView.Outcome how, Instant at) {
    outcome = how;
    endedAt = at;
  }

  TransferView view() {
    return new TransferView(
        id,
        new EvidenceId(itemId),
        from,
        to,
        offeredBy,
        offeredAt,
        reason,
        authority,
        endedAt,
        outcome);
  }
}
