package org.proffer.facts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * That an attorney takes responsibility for the gaps in the proof of an instrument; who and when is
 * that of the record.
 *
 * @param gaps as they stood, one line each
 */
public record GapApproval(
    @Field(label = "Instrument", refersTo = "instrument", required = true, fixed = true)
        @Nullable UUID instrument,
    @Field(label = "Gaps", required = true, fixed = true, most = 1_000) List<String> gaps,
    @Field(label = "Signed by", required = true, fixed = true, column = true) String attorney,
    @Field(label = "Why it goes on all the same", required = true, most = 4_000, lines = 3)
        String reason) {
  public GapApproval {
    gaps = List.copyOf(gaps);
  }
}
