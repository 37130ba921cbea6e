package org.proffer.charges;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.Field;

/**
 * A count of an instrument. Two counts that say the same stay two: a count is its instrument and
 * number.
 *
 * @param statute id in the catalogue of offences
 * @param tier id of the tier whose facts are pleaded; empty before it is graded
 * @param from first day of the conduct
 * @param until last day of the conduct; limitation runs from it, and its law applies
 * @param defendants those charged; empty for all defendants of the case
 * @param carriedFrom the count of an earlier instrument that this one carries on
 */
public record Count(
    @Field(label = "Instrument", refersTo = "instrument", required = true, column = true)
        @Nullable UUID instrument,
    @Field(label = "Number", hint = "Left empty, the next of the instrument.", column = true)
        @Nullable Integer number,
    @Field(label = "Statute", required = true, column = true) String statute,
    @Field(label = "Penalty tier", hint = "The tier whose facts are pleaded (Apprendi).")
        String tier,
    @Field(label = "On or about, from", column = true) @Nullable LocalDate from,
    @Field(
            label = "Until",
            hint = "The last day of the conduct: limitation runs from it, its law applies.",
            column = true)
        @Nullable LocalDate until,
    @Field(label = "Place", hint = "As charged, for example Oakland County.", column = true)
        String place,
    @Field(
            label = "Defendants charged",
            hint = "None chosen: all defendants of the case.",
            refersTo = "party")
        List<UUID> defendants,
    @Field(
            label = "What it says",
            hint = "Particulars of this count, in the words of the instrument.",
            most = 8_000,
            lines = 3)
        String particulars,
    @Field(label = "Carried on from", refersTo = "count") @Nullable UUID carriedFrom,
    @Field(label = "Certainty") @Nullable Certainty certainty,
    @Field(label = "Source", most = 1_000) String source) {
  public Count {
    defendants = List.copyOf(defendants);
  }

  Count numbered(int next) {
    return in(instrument, next, carriedFrom);
  }

  /** The same charge as a count of an instrument, under a number. */
  Count in(@Nullable UUID other, int next, @Nullable UUID carried) {
    return new Count(
        other,
        next,
        statute,
        tier,
        from,
        until,
        place,
        defendants,
        particulars,
        carried,
        certainty,
        source);
  }
}
