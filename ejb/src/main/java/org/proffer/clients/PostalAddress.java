package org.proffer.clients;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/** A postal address with the time in which it is valid, and what proves it (16 CFR 316.2(p)). */
public record PostalAddress(
    @Field(
            label = "Address, as in messages",
            required = true,
            most = 1_000,
            lines = 3,
            column = true)
        String text,
    @Field(label = "Is", required = true, column = true) @Nullable AddressType type,
    @Field(label = "Of", refersTo = "sender", required = true, column = true) @Nullable UUID of,
    @Field(label = "Valid from", required = true, column = true) @Nullable LocalDate from,
    @Field(label = "Valid until (not included)", column = true) @Nullable LocalDate until,
    @Field(
            label = "Current, or accurately registered",
            hint = "A box under a false name is not (16 CFR 316.2(p)).")
        boolean accurate,
    @Field(
            label = "Proved by",
            required = true,
            hint = "The lease, PS Form 1093, PS Form 1583.",
            most = 1_000,
            lines = 2,
            column = true)
        String provedBy) {}
