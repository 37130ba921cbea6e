package org.proffer.clients;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * A mailbox of the client's own among the recipients of a programme: what arrives is checked as it
 * was sent. The password of one that is read stands in no record.
 *
 * @param on whether it is read, or receives; off until somebody says so
 */
public record SeedMailbox(
    @Field(label = "Name", required = true, column = true) String name,
    @Field(label = "Is", required = true, column = true) @Nullable SeedType type,
    @Field(label = "Programme", refersTo = "programme", required = true, column = true)
        @Nullable UUID programme,
    @Field(
            label = "Address",
            required = true,
            hint = "As it stands in the list of recipients.",
            column = true)
        String address,
    @Field(label = "It is read, or receives", hint = "Off until this is ticked.", column = true)
        boolean on,
    @Field(
            label = "Server",
            hint =
                "Of a mailbox that is read: imap.example.org:993, one that the administrator named.",
            column = true)
        String server,
    @Field(label = "Login", hint = "Empty: the address.") String login,
    @Field(label = "Folder", hint = "Empty: INBOX.") String folder,
    @Field(label = "Note", most = 4_000, lines = 3) String note) {}
