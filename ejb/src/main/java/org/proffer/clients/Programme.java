package org.proffer.clients;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/** A programme of mailings: what is sent, by whom, to whom. */
public record Programme(
    @Field(label = "Name", required = true, column = true) String name,
    @Field(label = "State", required = true, column = true) @Nullable ProgrammeState state,
    @Field(label = "Sender", refersTo = "sender", required = true, column = true)
        @Nullable UUID sender,
    @Field(
            label = "Kind of mail, as recipients can decline it",
            hint = "As in the menu of kinds: Newsletter, Offers.",
            column = true)
        String kind,
    @Field(label = "Transmitted by", refersTo = "provider", column = true) @Nullable UUID provider,
    @Field(label = "Sent also by", refersTo = "affiliate") List<UUID> affiliates,
    @Field(label = "Way to object", refersTo = "mechanism", column = true) @Nullable UUID mechanism,
    @Field(label = "Consent relied on", refersTo = "consent-text") @Nullable UUID consent,
    @Field(label = "Note", most = 4_000, lines = 3) String note) {
  public Programme {
    affiliates = List.copyOf(affiliates);
  }
}
