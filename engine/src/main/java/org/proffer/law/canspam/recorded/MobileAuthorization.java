package org.proffer.law.canspam.recorded;

/**
 * Whether the addressee gave express prior authorization for mail to a mobile service (47 CFR
 * 64.3100(a)(1)).
 *
 * @param given whether
 * @param source where the fact comes from
 */
public record MobileAuthorization(boolean given, String source) implements Fact {}
