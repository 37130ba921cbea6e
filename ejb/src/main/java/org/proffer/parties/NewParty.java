package org.proffer.parties;

import org.jspecify.annotations.Nullable;

/**
 * A party to add.
 *
 * @param defendantNumber null for a party that is no defendant
 */
public record NewParty(
    String name,
    String role,
    @Nullable Integer defendantNumber,
    String description,
    String certainty) {}
