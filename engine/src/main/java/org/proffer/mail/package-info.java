/**
 * Bytes of one message to structure, and containers to the byte ranges of their messages.
 *
 * <p>Serves no law of its own: it says what stands in the bytes and where, so that {@code analysis}
 * and {@code law} can quote it. Publishes {@link org.proffer.mail.MessageParser}, {@link
 * org.proffer.mail.ParsedMessage}, {@link org.proffer.mail.Mailboxes} and {@link
 * org.proffer.mail.Archives}.
 */
@NullMarked
package org.proffer.mail;

import org.jspecify.annotations.NullMarked;
