package org.proffer.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act of coding.
 *
 * @param kind what sort
 * @param query what was coded, for an act on many; empty otherwise
 * @param reason why, for an act on many; empty otherwise
 * @param changes tags that were set or taken off
 * @param passed changes that an undo left alone, because somebody had coded anew since
 * @param undoes the act it took back; null for others
 * @param undoneBy the act that took it back; null while it stands
 */
public record CodingAct(
    UUID id,
    Kind kind,
    Instant at,
    String by,
    String query,
    String reason,
    long changes,
    long passed,
    @Nullable UUID undoes,
    @Nullable UUID undoneBy) {

  /** Sorts of acts. */
  public enum Kind {
    /** One message. */
    ONE("One message"),
    /** All messages that matched a query. */
    MANY("All that matched"),
    /** What another act did is taken back. */
    UNDO("Undo");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  static final String COLUMNS =
      "id, kind, at, by_login, coalesce(query, ''), reason, changes, passed, undoes, undone_by";

  static CodingAct of(Object[] row) {
    return new CodingAct(
        (UUID) row[0],
        Kind.valueOf((String) row[1]),
        (Instant) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        Sql.number(row[6]),
        Sql.number(row[7]),
        (UUID) row[8],
        (UUID) row[9]);
  }
}
