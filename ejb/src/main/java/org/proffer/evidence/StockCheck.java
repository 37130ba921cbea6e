package org.proffer.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A stock check, as it is stored. */
@Entity
@Table(name = "stock_check")
@NullUnmarked
class StockCheck {
  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  String shelf;

  @Column(name = "begun_at")
  Instant begunAt;

  @Column(name = "begun_by")
  String begunBy;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "ended_by")
  String endedBy;
}
