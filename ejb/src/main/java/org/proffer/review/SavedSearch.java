package org.proffer.review;

import java.time.Instant;
import java.util.UUID;

/**
 * A query under a name.
 *
 * @param shared whether everybody on the case is offered it
 */
public record SavedSearch(
    UUID id, String name, String query, boolean shared, Instant at, String by) {}
