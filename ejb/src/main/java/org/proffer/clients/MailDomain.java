package org.proffer.clients;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/** A domain that mail is sent from or that its links lead to. */
public record MailDomain(
    @Field(label = "Domain", required = true, column = true) String name,
    @Field(label = "Of", refersTo = "sender", column = true) @Nullable UUID of,
    @Field(label = "Registered in the name of", column = true) String registrant,
    @Field(label = "Registered under the true name, for sending", column = true) boolean honest,
    @Field(label = "Since") @Nullable LocalDate from,
    @Field(label = "Until") @Nullable LocalDate until,
    @Field(
            label = "Proved by",
            hint = "A document, a record of the registrar.",
            most = 1_000,
            lines = 2)
        String provedBy) {}
