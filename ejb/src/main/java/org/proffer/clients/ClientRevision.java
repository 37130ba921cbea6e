package org.proffer.clients;

import jakarta.json.JsonObject;
import java.time.Instant;

/** A version of a record of a client. */
public record ClientRevision(
    int version, Instant at, String by, String note, boolean removed, JsonObject content) {}
