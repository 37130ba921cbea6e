package org.proffer.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A custody event as it is hashed: whoever holds the rows can make the leaves again, without the
 * portal.
 *
 * @param item id of the evidence item
 * @param sequence of the event in the custody of the item, from 1 without gaps
 * @param kind what happened
 * @param at when it was entered, UTC, in microseconds
 * @param happened when it happened, where that is not when it was entered; null otherwise
 * @param by who; a login, or {@code system}
 * @param to to whom; null where nothing passed on
 * @param location where; null where nobody said
 * @param authority on what authority; null where none was asked
 * @param result how it ended
 * @param detail how, in a sentence
 * @param before SHA-256 before; null at the first event
 * @param after SHA-256 after; null when the bytes are gone
 */
public record LoggedCustody(
    UUID item,
    int sequence,
    String kind,
    Instant at,
    @Nullable Instant happened,
    String by,
    @Nullable String to,
    @Nullable String location,
    @Nullable String authority,
    String result,
    String detail,
    @Nullable String before,
    @Nullable String after) {

  /** The bytes of the leaf, as text: JSON of RFC 8785; what is not there is left out. */
  public String leaf() {
    return new LeafText()
        .put("item", item)
        .number("sequence", sequence)
        .put("kind", kind)
        .put("at", at)
        .put("happened", happened)
        .put("by", by)
        .put("to", to)
        .put("location", location)
        .put("authority", authority)
        .put("result", result)
        .put("detail", detail)
        .put("before", before)
        .put("after", after)
        .toString();
  }

  /** The hash of the leaf. */
  public TreeHash hash() {
    return TreeHash.ofLeaf(leaf().getBytes(StandardCharsets.UTF_8));
  }
}
