package org.proffer.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.messages.MessageId;

/**
 * What somebody remarks on a message, or on words of it.
 *
 * @param subject of the message
 * @param itemNumber of the message's evidence item
 * @param messageNumber of the message in its item
 * @param part the part of the message its words stand in; empty for the message as a whole
 * @param offset of its words in the decoded content of the part, in bytes
 * @param length of its words, in bytes
 */
public record Comment(
    UUID id,
    MessageId message,
    String subject,
    String from,
    @Nullable Instant sentAt,
    int itemNumber,
    long messageNumber,
    String sha256,
    String part,
    int offset,
    int length,
    String words,
    String body,
    Instant at,
    String by) {}
