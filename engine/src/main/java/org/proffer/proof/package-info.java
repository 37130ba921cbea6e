/**
 * The proof board: which element of which count is supported against which defendant, what falls
 * when exhibits or witnesses are left out, and the cheapest way back.
 *
 * <p>The law it serves is the burden of proof alone: every element of every count beyond a
 * reasonable doubt against every defendant (<i>In re Winship</i>, 397 U.S. 358 (1970)). What counts
 * as thin is not law: it is the rules of the office, written down in {@link
 * org.proffer.proof.ProofRule} and in {@code docs/proof.md}. Whether a jury believes a source is
 * left to people.
 *
 * <p>Publishes {@link org.proffer.proof.ProofBoard} and the values it takes ({@link
 * org.proffer.proof.Count}, {@link org.proffer.proof.Fact}, {@link org.proffer.proof.Evidence}) and
 * gives ({@link org.proffer.proof.Assessment}, {@link org.proffer.proof.WhatIf}). It decides in
 * memory and depends on the JDK alone.
 */
@NullMarked
package org.proffer.proof;

import org.jspecify.annotations.NullMarked;
