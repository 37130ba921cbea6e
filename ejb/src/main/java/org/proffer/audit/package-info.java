/**
 * Who did, saw and tried what: rows that are only ever added, in the transaction of the act, and
 * their places in a Merkle log whose signed heads lie outside the database.
 *
 * <p>Serves the audit and accountability controls of the FBI's CJIS Security Policy (AU-2, AU-3,
 * AU-5, AU-8, AU-9, AU-11): what cannot be recorded is not done, and what was recorded cannot be
 * changed unseen.
 *
 * <p>Publishes {@link org.proffer.audit.AuditTrail} to write, {@link org.proffer.audit.AuditLog} to
 * read, {@link org.proffer.audit.AuditAlarm} for what is wrong, and {@link
 * org.proffer.audit.Origin}.
 */
@NullMarked
package org.proffer.audit;

import org.jspecify.annotations.NullMarked;
