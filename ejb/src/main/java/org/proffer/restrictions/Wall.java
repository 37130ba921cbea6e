package org.proffer.restrictions;

import java.time.Instant;

/**
 * A wall between a person and a case.
 *
 * @param login who is kept away
 * @param reason why
 */
public record Wall(String login, String reason, Instant raisedAt, String raisedBy) {}
