package org.proffer.law.canspam.recorded;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the domain of the recipient's address is on the list of domains of mobile services (47
 * CFR 64.3100).
 *
 * @param domain the domain
 * @param listedOn the day it was listed; null if it is not
 * @param source where the fact comes from
 */
public record WirelessDomain(String domain, @Nullable LocalDate listedOn, String source)
    implements Fact {}
