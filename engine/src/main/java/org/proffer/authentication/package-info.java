/**
 * Who may have sent a message, by SPF, DKIM, DomainKeys, DMARC and ARC, decided from recorded DNS
 * data only.
 *
 * <p>Serves 15 U.S.C. § 7704(a)(1) (materially false or misleading header information) and the
 * authentication of evidence (Fed. R. Evid. 901): a result counts only with the DNS answers of the
 * message's date, so a lookup that was not recorded makes the answer "not evaluable" and is never
 * asked of today's DNS. Standards: RFC 7208 (SPF), RFC 6376, 8301 and 8463 (DKIM), RFC 4870
 * (DomainKeys), RFC 7489 (DMARC), RFC 8617 (ARC), RFC 8601 (Authentication-Results).
 *
 * <p>Publishes {@link org.proffer.authentication.SenderAuthentication}, {@link
 * org.proffer.authentication.DnsSnapshot}, {@link org.proffer.authentication.PublicSuffixes} and
 * {@link org.proffer.authentication.ResultsClaim}.
 */
@NullMarked
package org.proffer.authentication;

import org.jspecify.annotations.NullMarked;
