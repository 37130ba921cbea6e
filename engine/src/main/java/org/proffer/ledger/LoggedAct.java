package org.proffer.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as it is hashed: whoever holds the rows can make the leaves again,
 * without the portal.
 *
 * @param id of the row
 * @param at when, UTC, in microseconds
 * @param address where from; null for the portal's own work
 * @param session a name of the session; null without one
 * @param bytes how much was handed out; null where nothing was
 * @param before what it was before a change; null where nothing changed
 * @param after what it is now
 */
public record LoggedAct(
    long id,
    Instant at,
    String actor,
    String action,
    @Nullable UUID caseId,
    String objectType,
    String objectId,
    String outcome,
    String detail,
    @Nullable String address,
    @Nullable String session,
    @Nullable Long bytes,
    @Nullable String before,
    @Nullable String after) {

  /**
   * The bytes of the leaf, as text: JSON with sorted names and without spaces; what is not there is
   * left out.
   */
  public String leaf() {
    return new LeafText()
        .number("id", id)
        .put("at", at)
        .put("actor", actor)
        .put("action", action)
        .put("case", caseId)
        .put("objectType", objectType)
        .put("objectId", objectId)
        .put("outcome", outcome)
        .put("detail", detail)
        .put("address", address)
        .put("session", session)
        .number("bytes", bytes)
        .put("before", before)
        .put("after", after)
        .toString();
  }

  /** The hash of the leaf. */
  public TreeHash hash() {
    return TreeHash.ofLeaf(leaf().getBytes(StandardCharsets.UTF_8));
  }
}
