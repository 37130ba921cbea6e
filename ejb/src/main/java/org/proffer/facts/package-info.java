/**
 * What is to be proved and by what: facts, their sources, and the proof board over the counts of a
 * case. The decisions are those of the engine's {@code proof}.
 *
 * <p>Publishes {@link org.proffer.facts.ProofBoards} and the kinds of records {@link
 * org.proffer.facts.FactKind}, {@link org.proffer.facts.SourceKind} and {@link
 * org.proffer.facts.GapApprovalKind}.
 */
@NullMarked
package org.proffer.facts;

import org.jspecify.annotations.NullMarked;
