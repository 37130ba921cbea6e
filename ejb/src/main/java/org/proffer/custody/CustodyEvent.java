package org.proffer.custody;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A custody event as it is stored; never changed. */
@Entity
@Table(name = "custody_event")
@NullUnmarked
class CustodyEvent {
  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  private int sequence;

  @Enumerated(EnumType.STRING)
  private CustodyEventView.Kind kind;

  private Instant at;

  @Column(name = "by_login")
  private String by;

  private String detail;
  private String sha256;

  protected CustodyEvent() {}

  CustodyEvent(
      UUID id,
      UUID itemId,
      int sequence,
      CustodyEventView.Kind kind,
      Instant at,
      String by,
      String detail,
      String sha256) {
    this.id = id;
    this.itemId = itemId;
    this.sequence = sequence;
    this.kind = kind;
    this.at = at;
    this.by = by;
    this.detail = detail;
    this.sha256 = sha256;
  }

  CustodyEventView view() {
    return new CustodyEventView(sequence, kind, at, by, detail, sha256);
  }
}
