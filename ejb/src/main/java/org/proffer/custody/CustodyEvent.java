package org.proffer.custody;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.ledger.LoggedCustody;
import org.proffer.ledger.TreeHash;

/** A custody event as it is stored; never changed once it has its place in the log. */
@Entity
@Table(name = "custody_event")
@IdClass(CustodyEvent.Key.class)
@DynamicUpdate // nothing but the place may ever be written into a row that is there
@NullUnmarked
class CustodyEvent {
  @Id
  @Column(name = "item_id")
  private UUID itemId;

  @Id private int sequence;

  /** As text: a kind that is none was written by somebody else, and the log is read to the end. */
  private String kind;

  private Instant at;

  @Column(name = "happened_at")
  private Instant happened;

  @Column(name = "by_login")
  private String by;

  @Column(name = "to_login")
  private String to;

  private String location;
  private String authority;

  @Enumerated(EnumType.STRING)
  private CustodyEventView.Result result;

  private String detail;

  @Column(name = "sha256_before")
  private String before;

  @Column(name = "sha256")
  private String after;

  private Long place;
  private byte[] hash;

  /** What names an event: its item, and its number there. */
  static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private UUID itemId;
    private int sequence;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && sequence == key.sequence && itemId.equals(key.itemId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(itemId, sequence);
    }
  }

  protected CustodyEvent() {}

  CustodyEvent(UUID itemId, int sequence, Instant at, CustodyAct act) {
    this.itemId = itemId;
    this.sequence = sequence;
    this.at = at;
    kind = act.kind().name();
    happened = act.happened();
    by = act.by();
    to = act.to();
    location = act.location();
    authority = act.authority();
    result = act.result();
    detail = act.detail();
    before = act.before();
    after = act.after();
  }

  /** Gives it its place in the log. */
  void place(long given) {
    place = given;
    hash = logged().hash().bytes();
  }

  Long place() {
    return place;
  }

  TreeHash hash() {
    return TreeHash.of(hash);
  }

  LoggedCustody logged() {
    return new LoggedCustody(
        itemId,
        sequence,
        kind,
        at,
        happened,
        by,
        to,
        location,
        authority,
        result.name(),
        detail,
        before,
        after);
  }

  CustodyEventView view() {
    return new CustodyEventView(
        itemId,
        sequence,
        at,
        new CustodyAct(
            CustodyEventView.Kind.valueOf(kind),
            happened,
            by,
            to,
            location,
            authority,
            result,
            detail,
            before,
            after),
        place);
  }
}
