package org.proffer.generator;

import java.time.Instant;

/**
 * A generated message.
 *
 * @param text the message, ASCII, LF line ends
 * @param sender the envelope sender
 * @param sentAt when it was sent
 * @param truth what is true of it
 */
public record GeneratedMessage(String text, String sender, Instant sentAt, GroundTruth truth) {}
