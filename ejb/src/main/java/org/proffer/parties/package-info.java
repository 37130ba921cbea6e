/**
 * The people and organisations of a case, and what is reported about them, each statement with its
 * certainty and source.
 *
 * <p>Publishes the kinds of records {@link org.proffer.parties.PartyKind} and {@link
 * org.proffer.parties.ReportKind}.
 */
@NullMarked
package org.proffer.parties;

import org.jspecify.annotations.NullMarked;
