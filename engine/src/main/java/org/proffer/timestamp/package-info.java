/**
 * Time stamps of others (RFC 3161): a time-stamp authority says that it saw the SHA-256 of some
 * bytes at a time. Over a signed head of the custody log that shows that the log, up to there, is
 * not younger than the stamp: whoever holds the office's own key and database cannot make an older
 * one.
 *
 * <p>Publishes {@link org.proffer.timestamp.StampRequest}, {@link org.proffer.timestamp.Stamp},
 * {@link org.proffer.timestamp.StampRoots} and {@link org.proffer.timestamp.StampedHead}. It asks
 * no network: whoever has a request sends it. ASN.1, CMS and certificates are read by Bouncy
 * Castle.
 */
@NullMarked
package org.proffer.timestamp;

import org.jspecify.annotations.NullMarked;
