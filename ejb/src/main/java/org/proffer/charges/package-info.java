/**
 * What is charged: instruments with their lineage, counts, what became of each count for each
 * defendant, and by when a count has to be charged (18 U.S.C. 3282, 3292, 3293, 3301).
 *
 * <p>Publishes {@link org.proffer.charges.Charges} and the kinds of records {@link
 * org.proffer.charges.InstrumentKind}, {@link org.proffer.charges.CountKind}, {@link
 * org.proffer.charges.DispositionKind}, {@link org.proffer.charges.PleaAgreementKind} and {@link
 * org.proffer.charges.SuspensionKind}.
 */
@NullMarked
package org.proffer.charges;

import org.jspecify.annotations.NullMarked;
