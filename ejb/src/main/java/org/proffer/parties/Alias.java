package org.proffer.parties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * Another name of a party: an alias, a spelling, a handle, an address they write from.
 *
 * @param source what says that it is theirs
 */
public record Alias(
    @Field(label = "Of", refersTo = "party", required = true, column = true) @Nullable UUID party,
    @Field(label = "Name or handle", required = true, column = true) String name,
    @Field(label = "What it is", required = true, column = true) @Nullable AliasType type,
    @Field(label = "Where it was used", hint = "A forum, a provider, a program.", column = true)
        String place,
    @Field(label = "Evidence for it", required = true, most = 1_000, lines = 2, column = true)
        String source,
    @Field(label = "Certainty", required = true, column = true) @Nullable Certainty certainty) {}
