package org.proffer.clients;

import java.time.Instant;
import org.proffer.access.ClientRelation;

/** Somebody who belongs to a client. */
public record ClientMember(String login, ClientRelation role, Instant addedAt, String addedBy) {}
