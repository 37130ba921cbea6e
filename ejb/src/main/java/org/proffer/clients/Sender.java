package org.proffer.clients;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * A sender, 15 U.S.C. 7702(16): the organisation, or a line of business that holds itself out as
 * such.
 *
 * @param zone name of the time zone of its place; empty where unknown
 */
public record Sender(
    @Field(label = "Name", required = true, column = true) String name,
    @Field(label = "Is", required = true, column = true) @Nullable Standing standing,
    @Field(label = "Part of", refersTo = "sender", column = true) @Nullable UUID partOf,
    @Field(
            label = "Holds itself out by this name throughout its messages",
            hint =
                "Only then a line of business is the sender in place of the organisation (7702(16)(B)).")
        boolean throughout,
    @Field(
            label = "Time zone",
            hint = "As America/Detroit. The day after the tenth business day begins there.",
            most = 60,
            column = true)
        String zone,
    @Field(label = "Note", most = 4_000, lines = 3) String note) {}
