package org.proffer.law.fraud;

import org.proffer.law.Certainty;

/**
 * One thing the government has to prove.
 *
 * @param id stable, begins with the id of the statute: {@code 18-1037-a-3.header-falsified}
 * @param text as a jury would be told, in our own words
 * @param citation where it stands
 * @param certainty how sure that is
 */
public record Element(String id, String text, String citation, Certainty certainty) {}
