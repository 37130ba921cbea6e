package org.proffer.clients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/** Somebody who sends for the client by contract. */
public record Affiliate(
    @Field(label = "Name, as in send logs and lists", required = true, column = true) String name,
    @Field(label = "Contract", required = true, most = 1_000, lines = 2, column = true)
        String contract,
    @Field(label = "Since", column = true) @Nullable LocalDate from,
    @Field(label = "Until", column = true) @Nullable LocalDate until,
    @Field(
            label = "How it gets the list of addresses to leave out",
            most = 1_000,
            lines = 2,
            column = true)
        String suppression,
    @Field(label = "The contract allows the list for leaving out only") boolean forSuppressionOnly,
    @Field(label = "Note", most = 4_000, lines = 3) String note) {}
