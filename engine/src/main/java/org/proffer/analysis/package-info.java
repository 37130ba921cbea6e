/**
 * Structure to facts: what a message shows of each thing the CAN-SPAM Act asks about, each with the
 * words it rests on.
 *
 * <p>Deterministic; English thoroughly, and for other languages it says what it could not judge.
 * Publishes {@link org.proffer.analysis.MessageAnalysis}.
 */
@NullMarked
package org.proffer.analysis;

import org.jspecify.annotations.NullMarked;
