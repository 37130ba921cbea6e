package org.proffer.law.sentencing;

import org.proffer.law.Certainty;

/**
 * A limit of the law.
 *
 * @param value months, days or dollars
 * @param citation where it stands
 * @param certainty how sure it is
 */
public record Limit<T>(T value, String citation, Certainty certainty) {}
