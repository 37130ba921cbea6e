package org.proffer.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * That a case has to do with another one. Whoever does not see the other case does not see this
 * record either: it is hidden by the database.
 *
 * @param other the other case
 * @param defendants whom it concerns; empty for all
 */
public record RelatedCase(
    @Field(label = "How", required = true, column = true) @Nullable Link how,
    @Field(label = "Case", refersTo = "other-case", required = true, column = true)
        @Nullable UUID other,
    @Field(label = "Since", column = true) @Nullable LocalDate since,
    @Field(label = "Defendants", refersTo = "party", hint = "Whom it concerns; none for all.")
        List<UUID> defendants,
    @Field(label = "Order", hint = "Which order or notice says so.", column = true) String order,
    @Field(label = "Note", most = 2_000, lines = 2) String note) {
  public RelatedCase {
    defendants = List.copyOf(defendants);
  }

  /** What one case is to the other. */
  public enum Link implements Labelled {
    /** Same facts or persons. */
    RELATED("Related to", "Related to"),
    /** Tried apart since (Fed. R. Crim. P. 14). */
    SEVERED_FROM("Severed from", "Severed into"),
    /** Tried together since (Fed. R. Crim. P. 13). */
    JOINED_WITH("Joined with", "Joined with"),
    /** Charged anew there. */
    CONTINUED_BY("Continued by", "Continues"),
    /** The appeal from it. */
    APPEAL_FROM("Appeal from", "Appealed in"),
    /** From another district (Fed. R. Crim. P. 20, 21). */
    TRANSFERRED_FROM("Transferred from", "Transferred to");

    private final String label;
    private final String back;

    Link(String label, String back) {
      this.label = label;
      this.back = back;
    }

    @Override
    public String label() {
      return label;
    }

    /** As it reads from the other case. */
    public String back() {
      return back;
    }
  }
}
