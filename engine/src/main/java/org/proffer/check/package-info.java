/**
 * One message through the whole engine: bytes, structure, facts, findings. What the command line,
 * the portal's import and the REST check share, with the JSON form that outsiders read.
 *
 * <p>Publishes {@link org.proffer.check.MessageCheck}, {@link org.proffer.check.CheckedMessageJson}
 * and {@link org.proffer.check.FactsFile}, the JSON file of what is recorded beyond the bytes (15
 * U.S.C. 7702-7705); {@link org.proffer.check.FactsRefused} says what is wrong with one; {@link
 * org.proffer.check.RecordedDelivery}, by which senders are authenticated from recorded DNS data.
 */
@NullMarked
package org.proffer.check;

import org.jspecify.annotations.NullMarked;
