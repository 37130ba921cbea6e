/**
 * Synthetic mail with known truth: a stock-spam ring of 2004-2005 with ordinary mail around it, and
 * the demonstration case modelled on public reports.
 *
 * <p>Everything is invented: addresses lie in the documentation ranges of RFC 5737, names under the
 * reserved domains of RFC 2606. Serves the demonstration, the tests and the benchmarks. Publishes
 * {@link org.proffer.generator.RingMailbox} and {@link org.proffer.generator.DemonstrationCase}.
 */
@NullMarked
package org.proffer.generator;

import org.jspecify.annotations.NullMarked;
