package org.proffer.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.DayPrecision;
import org.proffer.records.Field;

/**
 * A sentence that is to be proved.
 *
 * @param counts in which it proves something
 * @param elements ids of the elements it proves, in each of those counts that has them
 * @param defendants against whom; empty for all who are charged
 * @param competing facts that cannot be true beside this one
 */
public record CaseFact(
    @Field(label = "Fact", required = true, most = 2_000, lines = 2, column = true) String sentence,
    @Field(label = "True on", required = true, column = true) @Nullable LocalDate asOf,
    @Field(label = "Precision") @Nullable DayPrecision precision,
    @Field(label = "Proves in", refersTo = "count", column = true) List<UUID> counts,
    @Field(label = "The elements", most = 100) List<String> elements,
    @Field(
            label = "Against",
            hint = "None chosen: all who are charged.",
            refersTo = "party",
            column = true)
        List<UUID> defendants,
    @Field(label = "Disputed by the other side") boolean disputed,
    @Field(label = "Certainty", column = true) @Nullable Certainty certainty,
    @Field(
            label = "Cannot be true beside",
            hint = "Competing facts stand side by side on the board.",
            refersTo = "fact")
        List<UUID> competing) {
  public CaseFact {
    counts = List.copyOf(counts);
    elements = List.copyOf(elements);
    defendants = List.copyOf(defendants);
    competing = List.copyOf(competing);
  }
}
