package org.proffer.parties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * That two entries are one and the same party. Neither is changed; removing this record takes the
 * merge back.
 *
 * @param kept the entry that goes on
 * @param duplicate the entry that stands for the same party
 */
public record Merge(
    @Field(label = "Goes on", refersTo = "party", required = true, column = true)
        @Nullable UUID kept,
    @Field(label = "Is the same as", refersTo = "party", required = true, column = true)
        @Nullable UUID duplicate,
    @Field(label = "Why they are the same", required = true, most = 2_000, lines = 2, column = true)
        String reason) {}
