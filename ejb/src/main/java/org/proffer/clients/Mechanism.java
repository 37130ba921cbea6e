package org.proffer.clients;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * A way to object that messages offer, 15 U.S.C. 7704(a)(3).
 *
 * @param host the only host that a watch may ask; empty for none
 */
public record Mechanism(
    @Field(label = "Name", required = true, column = true) String name,
    @Field(label = "Is", required = true, column = true) @Nullable MechanismType type,
    @Field(
            label = "Address",
            required = true,
            hint =
                "https://… or an electronic mail address. Without anything that names a recipient.",
            most = 2_000,
            column = true)
        String address,
    @Field(label = "Objects to mail of", refersTo = "sender", column = true) @Nullable UUID of,
    @Field(
            label = "Host that may be watched",
            hint = "Empty: it is not watched. The host alone, as unsubscribe.example.org.",
            column = true)
        String host,
    @Field(label = "Note", most = 4_000, lines = 3) String note) {}
