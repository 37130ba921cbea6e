/**
 * The desk of the compliance officer: templates checked before they are sent, mailings audited
 * after, clocks of requests, ways to object watched, findings mended, reports (15 U.S.C. 7704; 16
 * CFR 316). One engine decides here and for cases; the data are apart: nothing here knows of a
 * case.
 *
 * <p>Publishes {@link org.proffer.compliance.TemplateChecks}, {@link
 * org.proffer.compliance.MailingAudits}, {@link org.proffer.compliance.OptOutClocks}, {@link
 * org.proffer.compliance.DeskFindings}, {@link org.proffer.compliance.MechanismWatches}, {@link
 * org.proffer.compliance.DeskFigures} and {@link org.proffer.compliance.DeskReports}.
 */
@NullMarked
package org.proffer.compliance;

import org.jspecify.annotations.NullMarked;
