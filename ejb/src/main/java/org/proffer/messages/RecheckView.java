package org.proffer.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;

/**
 * A re-check as it stands.
 *
 * @param ruleVersion the rules it checks under
 * @param total messages of other versions when it was asked for
 * @param done messages checked
 * @param changed messages of which the verdict of a duty, or the purpose, is another than before
 * @param unchecked messages the engine failed on; their findings stay as they were
 * @param failure why it failed; null otherwise
 */
public record RecheckView(
    RecheckId id,
    CaseId caseId,
    String ruleVersion,
    RecheckState state,
    Instant startedAt,
    String startedBy,
    @Nullable Instant finishedAt,
    long total,
    long done,
    long changed,
    long unchecked,
    @Nullable String failure) {

  /** Share of the messages checked, 0 to 100. */
  public int percent() {
    return state == RecheckState.COMPLETED
        ? 100
        : total == 0 ? 0 : (int) Math.min(100, 100 * done / total);
  }
}
