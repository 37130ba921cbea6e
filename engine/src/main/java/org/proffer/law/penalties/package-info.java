/**
 * What a violation of the CAN-SPAM Act can cost at most, by plaintiff (15 U.S.C. 7706,
 * 45(m)(1)(A)): ceilings over dated amounts, never a prediction.
 *
 * <p>Depends on the JDK alone. Publishes {@link org.proffer.law.penalties.CivilPenalties}, {@link
 * org.proffer.law.penalties.UnlawfulMessages} and {@link org.proffer.law.penalties.Exposure}.
 */
@NullMarked
package org.proffer.law.penalties;

import org.jspecify.annotations.NullMarked;
