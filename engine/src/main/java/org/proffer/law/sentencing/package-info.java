/**
 * What a sentence may be: the statutory limits of each count and whether a sentence keeps them, and
 * the tables of the guidelines.
 *
 * <p>Serves 18 U.S.C. 3013, 3561, 3571, 3583, 3584, 3663A and 3664, and the penalties of the
 * offences in {@link org.proffer.law.fraud}; USSG 2B1.1, 5A and 5E1.2. Depends on the JDK alone.
 * Publishes {@link org.proffer.law.sentencing.SentenceCheck}, {@link
 * org.proffer.law.sentencing.SentenceImposed}, {@link
 * org.proffer.law.sentencing.SentenceObjection}, {@link
 * org.proffer.law.sentencing.StatutoryLimits}, {@link org.proffer.law.sentencing.GuidelineRange},
 * {@link org.proffer.law.sentencing.GuidelineLoss} and {@link
 * org.proffer.law.sentencing.GuidelineFine}.
 */
@NullMarked
package org.proffer.law.sentencing;

import org.jspecify.annotations.NullMarked;
