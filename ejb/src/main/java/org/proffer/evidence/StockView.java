package org.proffer.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;

/**
 * A stock check: what should be there, what was seen, and once it has ended, what differs.
 *
 * @param shelf what it is of; empty for all things of the case
 * @param endedAt null while it is under way
 * @param lines what should be there and what was seen, by the numbers of the items
 * @param differences what differs; those known so far while it is under way
 */
public record StockView(
    UUID id,
    CaseId caseId,
    String shelf,
    Instant begunAt,
    String begunBy,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    List<Line> lines,
    List<Difference> differences) {
  public StockView {
    lines = List.copyOf(lines);
    differences = List.copyOf(differences);
  }

  /** How what is there can differ from what is listed. */
  public enum Kind {
    /** It should be there and was not seen. */
    MISSING("Missing"),
    /** It was seen on another shelf. */
    OTHER_PLACE("In another place"),
    /** It is out, and was seen. */
    NOT_OUT("Listed as out"),
    /** Another seal is on it, or none, or one where there should be none. */
    OTHER_SEAL("Another seal"),
    /** It was destroyed, and was seen. */
    NOT_DESTROYED("Listed as destroyed");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /**
   * An item in the check.
   *
   * @param expected whether it should be there
   * @param seenAt null while it was not seen
   */
  public record Line(
      EvidenceView item,
      boolean expected,
      @Nullable Instant seenAt,
      @Nullable String seenBy,
      String seenShelf,
      String seenSeal) {}

  /** A difference, in words. */
  public record Difference(EvidenceView item, Kind kind, String detail) {}
}
