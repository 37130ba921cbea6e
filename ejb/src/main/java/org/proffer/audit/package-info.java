/**
 * Who did and saw what: one row for every change and every opening of evidence, in the same
 * transaction.
 *
 * <p>Publishes {@link org.proffer.audit.AuditTrail}.
 */
@NullMarked
package org.proffer.audit;

import org.jspecify.annotations.NullMarked;
