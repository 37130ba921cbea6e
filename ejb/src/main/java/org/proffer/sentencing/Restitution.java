package org.proffer.sentencing;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.Field;

/**
 * What a sentence orders to be paid to one payee (18 U.S.C. 3664).
 *
 * @param payee in words, where the payee is no party of the case
 * @param jointWith the defendants who owe it jointly and severally (18 U.S.C. 3664(h))
 */
public record Restitution(
    @Field(label = "Of the sentence", refersTo = "sentence", required = true, column = true)
        @Nullable UUID sentence,
    @Field(label = "Payee", refersTo = "party", column = true) @Nullable UUID party,
    @Field(label = "or payee in words", column = true) String payee,
    @Field(label = "Amount, dollars", required = true, column = true) @Nullable BigDecimal amount,
    @Field(label = "Joint and several with", refersTo = "party", column = true)
        List<UUID> jointWith,
    @Field(label = "Certainty", column = true) @Nullable Certainty certainty,
    @Field(label = "Source", most = 1_000) String source) {
  public Restitution {
    jointWith = List.copyOf(jointWith);
  }
}
