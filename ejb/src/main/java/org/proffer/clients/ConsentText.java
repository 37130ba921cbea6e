package org.proffer.clients;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/** A request for consent as recipients saw it, 15 U.S.C. 7702(1). */
public record ConsentText(
    @Field(label = "Name", required = true, column = true) String name,
    @Field(label = "Text shown", required = true, most = 4_000, lines = 4, column = true)
        String words,
    @Field(label = "Channel", required = true, column = true) String channel,
    @Field(label = "Consent is given to", refersTo = "sender", required = true, column = true)
        @Nullable UUID party,
    @Field(
            label = "Expressly given: a box empty until ticked, or words of one's own",
            hint = "A box ticked beforehand, silence or a purchase is not express.")
        boolean express,
    @Field(label = "Says that the address can go to others for their mail") boolean passedOn,
    @Field(label = "Shown from", column = true) @Nullable LocalDate from,
    @Field(label = "Shown until", column = true) @Nullable LocalDate until) {}
