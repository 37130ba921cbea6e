/**
 * The CAN-SPAM Act (15 U.S.C. 7701-7713) and its rule (16 CFR Part 316): one class a requirement,
 * defence or definition, over the facts of one message and what is recorded about it, by the law of
 * its day.
 *
 * <p>Publishes {@link org.proffer.law.canspam.CanSpamRules}, the explicit list, {@link
 * org.proffer.law.canspam.MessageFacts}, which the analysis fills in, and {@link
 * org.proffer.law.canspam.RecordedFacts}.
 */
@NullMarked
package org.proffer.law.canspam;

import org.jspecify.annotations.NullMarked;
