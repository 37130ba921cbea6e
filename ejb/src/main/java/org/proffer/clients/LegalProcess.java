package org.proffer.clients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/** Legal process under which data of the client left the desk: the only way that they do. */
public record LegalProcess(
    @Field(label = "Kind", required = true, column = true) @Nullable ProcessType type,
    @Field(label = "Authority and number", required = true, most = 1_000, column = true)
        String authority,
    @Field(label = "Served on", required = true, column = true) @Nullable LocalDate served,
    @Field(label = "What it asks for", required = true, most = 4_000, lines = 3, column = true)
        String asked,
    @Field(label = "To whom data are given", required = true, column = true) String to,
    @Field(label = "What was given, with SHA-256", most = 4_000, lines = 3, column = true)
        String released,
    @Field(label = "Given on", column = true) @Nullable LocalDate releasedOn) {}
