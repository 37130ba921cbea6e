package org.proffer.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** What was seen of an item in a stock check, as it is stored. */
@Entity
@Table(name = "stock_sighting")
@NullUnmarked
class StockSighting {
  @EmbeddedId Key key;

  @Column(name = "seen_at")
  Instant seenAt;

  @Column(name = "seen_by")
  String seenBy;

  String shelf;
  String seal;

  /** Which item in which check. */
  @Embeddable
  record Key(@Column(name = "check_id") UUID checkId, @Column(name = "item_id") UUID itemId)
      implements Serializable {}
}
