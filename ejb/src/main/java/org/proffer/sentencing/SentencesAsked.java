package org.proffer.sentencing;

/**
 * Which sentences are asked for; an empty text asks for all.
 *
 * @param statute id of an offence of a count
 * @param court code of the court
 * @param year in which it was imposed
 */
public record SentencesAsked(String statute, String court, String year) {
  /** All. */
  public static final SentencesAsked ALL = new SentencesAsked("", "", "");
}
