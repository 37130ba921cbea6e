/**
 * The people and organisations of a case, and what is reported about them, each statement with its
 * certainty and source.
 *
 * <p>Publishes {@link org.proffer.parties.Parties}.
 */
@NullMarked
package org.proffer.parties;

import org.jspecify.annotations.NullMarked;
