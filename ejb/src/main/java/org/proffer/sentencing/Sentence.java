package org.proffer.sentencing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.law.sentencing.Term;
import org.proffer.parties.Certainty;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * The sentence of one defendant, as the judgment states it (18 U.S.C. 3551; Fed. R. Crim. P.
 * 32(k)). Where counts have terms of their own, they are records that refer to it.
 *
 * @param amends the sentence this one takes the place of, by an amended judgment
 * @param counts of conviction it is for
 * @param custody null: as the months say
 * @param rangeFrom months; the lower end of the guideline range the court found
 * @param why the court's reasons for a sentence outside the range; not public
 * @param reasonDespite why it is recorded although the law does not allow it
 */
public record Sentence(
    @Field(label = "Defendant", refersTo = "party", required = true, column = true)
        @Nullable UUID defendant,
    @Field(label = "Imposed on", required = true, column = true) @Nullable LocalDate imposedOn,
    @Field(label = "Months of imprisonment", hint = "The total. Empty for none.", column = true)
        @Nullable Integer months,
    @Field(label = "and days") @Nullable Integer days,
    @Field(label = "Imprisonment", hint = "Empty: as the months say.") @Nullable Custody custody,
    @Field(label = "Supervised release, months", column = true) @Nullable Integer supervisedRelease,
    @Field(label = "Probation, months", column = true) @Nullable Integer probation,
    @Field(label = "Fine, dollars", column = true) @Nullable BigDecimal fine,
    @Field(label = "Special assessment, dollars", column = true) @Nullable BigDecimal assessment,
    @Field(
            label = "Restitution",
            hint = "Payees and amounts are added to the sentence.",
            column = true)
        @Nullable RestitutionOrder restitution,
    @Field(label = "Restitution deferred until") @Nullable LocalDate restitutionUntil,
    @Field(
            label = "Counts",
            hint = "None chosen: those the defendant stands convicted of.",
            refersTo = "count")
        List<UUID> counts,
    @Field(label = "Range found, from months") @Nullable Integer rangeFrom,
    @Field(label = "to months") @Nullable Integer rangeTo,
    @Field(label = "Against the range", column = true) @Nullable Position position,
    @Field(
            label = "Why outside the range",
            hint = "Statement of reasons. Left out of public copies.",
            most = 8_000,
            lines = 3,
            personal = true)
        String why,
    @Field(label = "Loss found, dollars") @Nullable BigDecimal loss,
    @Field(label = "Gain found, dollars") @Nullable BigDecimal gain,
    @Field(label = "Conditions", most = 8_000, lines = 3) String conditions,
    @Field(label = "Amends", hint = "For an amended judgment.", refersTo = "sentence")
        @Nullable UUID amends,
    @Field(label = "Certainty", column = true) @Nullable Certainty certainty,
    @Field(label = "Source", most = 1_000) String source,
    @Field(
            label = "Recorded despite objections, because",
            hint = "Needed where the law does not allow what the judgment says.",
            most = 2_000,
            lines = 2)
        String reasonDespite) {
  public Sentence {
    counts = List.copyOf(counts);
  }

  /** The total imprisonment; null for none. */
  public @Nullable Term term() {
    return Custody.term(custody, months, days);
  }

  Sentence on(List<UUID> ofConviction) {
    return new Sentence(
        defendant,
        imposedOn,
        months,
        days,
        custody,
        supervisedRelease,
        probation,
        fine,
        assessment,
        restitution,
        restitutionUntil,
        ofConviction,
        rangeFrom,
        rangeTo,
        position,
        why,
        loss,
        gain,
        conditions,
        amends,
        certainty,
        source,
        reasonDespite);
  }

  /** Where a sentence stands against the guideline range (18 U.S.C. 3553(b), (c)). */
  public enum Position implements Labelled {
    /** Within it. */
    WITHIN("Within the range"),
    /** Below it, for substantial assistance (USSG 5K1.1). */
    ASSISTANCE("Below: substantial assistance, USSG 5K1.1"),
    /** Below it, by another departure of the guidelines. */
    DEPARTURE_BELOW("Below: another departure"),
    /** Below it, by 18 U.S.C. 3553(a). */
    VARIANCE_BELOW("Below: variance, 18 U.S.C. 3553(a)"),
    /** Above it, by a departure of the guidelines. */
    DEPARTURE_ABOVE("Above: departure"),
    /** Above it, by 18 U.S.C. 3553(a). */
    VARIANCE_ABOVE("Above: variance, 18 U.S.C. 3553(a)");

    private final String label;

    Position(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What the court did about restitution (18 U.S.C. 3663A, 3664). */
  public enum RestitutionOrder implements Labelled {
    /** Ordered. */
    ORDERED("Ordered"),
    /** To be determined later (18 U.S.C. 3664(d)(5)). */
    DEFERRED("Deferred"),
    /** Not ordered: no identifiable victim lost. */
    NO_VICTIM_WITH_LOSS("Not ordered: no victim with a loss"),
    /** Not ordered (18 U.S.C. 3663A(c)(3)(A)). */
    TOO_MANY_VICTIMS("Not ordered: too many victims"),
    /** Not ordered (18 U.S.C. 3663A(c)(3)(B)). */
    TOO_COMPLEX("Not ordered: too complex");

    private final String label;

    RestitutionOrder(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
