package org.proffer.charges;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * An agreement on pleas (Fed. R. Crim. P. 11(c)).
 *
 * @param counts those to be pleaded to
 * @param rangeFrom months; the lower end of the range it states
 * @param rangeTo months; the upper end
 * @param cap months; the most the government asks for, or the court can give under (c)(1)(C)
 */
public record PleaAgreement(
    @Field(label = "Defendant", refersTo = "party", required = true, column = true)
        @Nullable UUID defendant,
    @Field(label = "Signed or entered", column = true) @Nullable LocalDate on,
    @Field(label = "Type", column = true) @Nullable Type type,
    @Field(label = "Counts", refersTo = "count") List<UUID> counts,
    @Field(label = "Range from, months") @Nullable Integer rangeFrom,
    @Field(label = "Range to, months", column = true) @Nullable Integer rangeTo,
    @Field(label = "Cap, months", column = true) @Nullable Integer cap,
    @Field(label = "Fine up to, dollars", column = true) @Nullable BigDecimal fine,
    @Field(label = "The defendant cooperates", column = true) boolean cooperation,
    @Field(label = "Terms", most = 8_000, lines = 3) String terms,
    @Field(label = "Certainty", column = true) @Nullable Certainty certainty,
    @Field(label = "Source", most = 1_000) String source) {
  public PleaAgreement {
    counts = List.copyOf(counts);
  }

  /** What it binds. */
  public enum Type implements Labelled {
    /** Charges are not brought, or dismissed: Rule 11(c)(1)(A). */
    CHARGES("Rule 11(c)(1)(A): charges"),
    /** A recommendation that does not bind the court: Rule 11(c)(1)(B). */
    RECOMMENDATION("Rule 11(c)(1)(B): recommendation"),
    /** Binds the court once it accepts: Rule 11(c)(1)(C). */
    BINDING("Rule 11(c)(1)(C): binding");

    private final String label;

    Type(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
