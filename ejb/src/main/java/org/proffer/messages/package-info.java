/**
 * The messages read out of evidence items, what the engine found in them, and the import that reads
 * them.
 *
 * <p>Serves the CAN-SPAM Act through the engine. Publishes {@link org.proffer.messages.Messages}
 * and {@link org.proffer.messages.Imports}.
 */
@NullMarked
package org.proffer.messages;

import org.jspecify.annotations.NullMarked;
