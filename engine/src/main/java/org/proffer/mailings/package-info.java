/**
 * The audit of a mailing after it was sent, 15 U.S.C. 7704(a)(4): a log of sends against the log of
 * requests to receive no more, lists of addresses to leave out, consents and transfers. The lists
 * are CSV of any length, read as streams; what decides each send is the rule of the law.
 *
 * <p>Publishes {@link org.proffer.mailings.MailingAudit} with its settings, {@link
 * org.proffer.mailings.ListKind} and {@link org.proffer.mailings.ColumnMapping}, and what comes
 * out: {@link org.proffer.mailings.AuditHit}, {@link org.proffer.mailings.RowProblem} and {@link
 * org.proffer.mailings.AuditTally}.
 */
@NullMarked
package org.proffer.mailings;

import org.jspecify.annotations.NullMarked;
