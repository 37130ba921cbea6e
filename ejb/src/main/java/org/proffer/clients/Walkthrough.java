package org.proffer.clients;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/** A record of each step that somebody takes who objects, 16 CFR 316.5. */
public record Walkthrough(
    @Field(label = "Mechanism", refersTo = "mechanism", required = true, column = true)
        @Nullable UUID mechanism,
    @Field(label = "Walked through at (UTC)", required = true, column = true)
        @Nullable Instant walkedAt,
    @Field(label = "A fee is asked", column = true) boolean fee,
    @Field(
            label = "Asked beyond address and preferences",
            hint = "One a line: a password, a log-in, a name. Empty if nothing is.")
        List<String> information,
    @Field(
            label = "Steps beyond one page or a reply",
            hint =
                "One a line: a second page, a mail to confirm. What is optional after the request is done does not count.")
        List<String> steps,
    @Field(label = "Offers kinds of mail to choose from") boolean menu,
    @Field(label = "The menu can decline all commercial mail") boolean offersNone,
    @Field(label = "Takes effect for the address that received the message")
        boolean receivingAddress,
    @Field(
            label = "SHA-256 or name of the capture",
            hint = "Of the pages as they were seen.",
            column = true)
        String capture,
    @Field(label = "Recorded by, and how", required = true, most = 1_000, lines = 2, column = true)
        String source) {
  public Walkthrough {
    information = List.copyOf(information);
    steps = List.copyOf(steps);
  }
}
