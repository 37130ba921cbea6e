package org.proffer.access;

import java.time.Instant;

/**
 * A login's place on a case.
 *
 * @param role what the person does there
 * @param addedBy login of who added the person
 */
public record Member(String login, MemberRole role, Instant addedAt, String addedBy) {}
