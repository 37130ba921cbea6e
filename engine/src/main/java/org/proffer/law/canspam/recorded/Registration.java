package org.proffer.law.canspam.recorded;

/**
 * How an address, domain name, Internet Protocol address or account used for sending was obtained.
 *
 * @param name the domain, address or account
 * @param falsePretenses whether access was obtained by false or fraudulent pretenses or
 *     representations
 * @param by who obtained it
 * @param source where the fact comes from
 */
public record Registration(String name, boolean falsePretenses, String by, String source)
    implements Fact {}
