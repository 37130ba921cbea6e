/**
 * The offences of a mail fraud case: 18 U.S.C. 1037 and its neighbours, as a dated catalogue of
 * citation, elements, grading, limitation and charging language.
 *
 * <p>Serves 18 U.S.C. 2, 371, 1028A, 1030, 1037, 1341, 1343, 1348, 1349, 1956, 1957, 3282, 3293,
 * 3301 and 3559, and 15 U.S.C. 78j, 78ff and 7704(d). Depends on the JDK alone. Publishes {@link
 * org.proffer.law.fraud.Statutes}, {@link org.proffer.law.fraud.Statute}, {@link
 * org.proffer.law.fraud.PenaltyTier} and {@link org.proffer.law.fraud.Limitation}.
 */
@NullMarked
package org.proffer.law.fraud;

import org.jspecify.annotations.NullMarked;
