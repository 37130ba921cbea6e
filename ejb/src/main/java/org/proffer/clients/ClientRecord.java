package org.proffer.clients;

import java.time.Instant;
import java.util.UUID;

/**
 * A record of a client as it stands.
 *
 * @param title one line that tells it from others of its kind
 * @param version for the next edit; the first is 1
 * @param removed whether it was removed; it is kept
 * @param changedAt when this version was written
 * @param changedBy login of who wrote it
 */
public record ClientRecord<C extends Record>(
    UUID id,
    UUID clientId,
    ClientKind<C> kind,
    String title,
    C content,
    int version,
    boolean removed,
    Instant changedAt,
    String changedBy) {}
