package org.proffer.clients;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/** A time when a way to object did not work, 15 U.S.C. 7704(a)(3)(C). */
public record Outage(
    @Field(label = "Mechanism", refersTo = "mechanism", required = true, column = true)
        @Nullable UUID mechanism,
    @Field(label = "Began (UTC)", required = true, column = true) @Nullable Instant from,
    @Field(label = "Worked again (UTC)", column = true) @Nullable Instant repairedAt,
    @Field(label = "Cause", required = true, most = 1_000, lines = 2, column = true) String cause,
    @Field(label = "Unexpected") boolean unexpected,
    @Field(
            label = "A technical problem beyond the control of the sender",
            hint = "A domain that was not renewed is within control: our reading, not confirmed.")
        boolean beyondControl,
    @Field(label = "Corrected within a reasonable time") boolean reasonableTime,
    @Field(
            label = "Shown by",
            required = true,
            hint = "A notice of the provider, an incident log.",
            most = 1_000,
            lines = 2,
            column = true)
        String source) {}
