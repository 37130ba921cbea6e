package org.proffer.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A photograph of an item.
 *
 * @param caption what it shows
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param length bytes
 */
public record PhotoView(
    UUID id,
    EvidenceId itemId,
    String fileName,
    String caption,
    String sha256,
    long length,
    Instant addedAt,
    String addedBy) {}
