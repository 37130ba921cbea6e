package org.proffer.parties;

import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * A statement somebody made about a case; competing statements stand side by side.
 *
 * @param subject whom or what it is about
 * @param matter what it is about it, for example {@code sentence}
 * @param source who says so
 */
public record Report(
    @Field(label = "About", required = true, column = true) String subject,
    @Field(label = "Matter", required = true, column = true) String matter,
    @Field(label = "Statement", required = true, most = 4_000, lines = 3, column = true)
        String statement,
    @Field(label = "Certainty", required = true, column = true) @Nullable Certainty certainty,
    @Field(label = "Source", required = true, most = 1_000, column = true) String source,
    @Field(label = "Position", hint = "Small numbers stand first.") @Nullable Integer position) {}
