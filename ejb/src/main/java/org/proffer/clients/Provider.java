package org.proffer.clients;

import org.proffer.records.Field;

/** A provider that transmits mail. */
public record Provider(
    @Field(label = "Name", required = true, column = true) String name,
    @Field(
            label = "Chooses or supplies the recipients",
            hint = "Then it is more than a routine conveyance (7702(15)).",
            column = true)
        boolean choosesRecipients,
    @Field(label = "Contract", most = 1_000, lines = 2, column = true) String contract,
    @Field(label = "Note", most = 4_000, lines = 3) String note) {}
