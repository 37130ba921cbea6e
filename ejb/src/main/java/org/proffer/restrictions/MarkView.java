package org.proffer.restrictions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Mark;

/**
 * A mark on something in a case.
 *
 * @param targetKind the kind of thing, for example {@code evidence-item}
 * @param authority the rule, order or claim it rests on
 * @param inherited whether the thing has it because it rests on another that was marked
 * @param liftedAt null while it stands
 * @param liftedUnder the order or clearance under which it was lifted; empty while it stands
 */
public record MarkView(
    UUID id,
    UUID caseId,
    UUID targetId,
    String targetKind,
    Mark mark,
    String authority,
    boolean inherited,
    Instant setAt,
    String setBy,
    @Nullable Instant liftedAt,
    String liftedBy,
    String liftedUnder) {}
