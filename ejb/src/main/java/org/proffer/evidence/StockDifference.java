package org.proffer.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A difference that a stock check found, as it is stored. */
@Entity
@Table(name = "stock_difference")
@NullUnmarked
class StockDifference {
  @Id UUID id;

  @Column(name = "check_id")
  UUID checkId;

  @Column(name = "item_id")
  UUID itemId;

  @Enumerated(EnumType.STRING)
  StockView.Kind kind;

  String detail;
}
