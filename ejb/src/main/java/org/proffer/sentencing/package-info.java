/**
 * How cases end: sentences, the terms on their counts, restitution, forfeiture, and what happened
 * afterwards; each sentence checked against the statutes (18 U.S.C. 3013, 3551-3584, 3663A, 3664
 * and the penalties of the offences), and outcomes side by side.
 *
 * <p>Publishes {@link org.proffer.sentencing.Outcomes} and the kinds of records {@link
 * org.proffer.sentencing.SentenceKind}, {@link org.proffer.sentencing.CountTermKind}, {@link
 * org.proffer.sentencing.RestitutionKind}, {@link org.proffer.sentencing.ForfeitureKind} and {@link
 * org.proffer.sentencing.AfterSentenceKind}.
 */
@NullMarked
package org.proffer.sentencing;

import org.jspecify.annotations.NullMarked;
