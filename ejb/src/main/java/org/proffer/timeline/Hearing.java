package org.proffer.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * A hearing.
 *
 * @param moment when it begins
 * @param minutes what was said and done, in the words of whoever kept them
 * @param result what came of it; empty before
 */
public record Hearing(
    @Field(label = "Kind", required = true, column = true) @Nullable HearingType type,
    @Field(label = "Begins (UTC)", required = true, column = true) @Nullable Instant moment,
    @Field(label = "Place", column = true) String place,
    @Field(label = "Judge", column = true) String judge,
    @Field(label = "Result", most = 1_000, lines = 2, column = true) String result,
    @Field(label = "Minutes", most = 20_000, lines = 6) String minutes,
    @Field(label = "Parties", refersTo = "party") List<UUID> parties,
    @Field(label = "Tags", hint = "One a line.", most = 60) List<String> tags) {
  public Hearing {
    parties = List.copyOf(parties);
    tags = List.copyOf(tags);
  }
}
