package org.proffer.mail;

/** The catalogue of defects; codes are stable, and only ever added to. */
public enum DefectCode {
  /** No Date field. */
  MISSING_DATE("RFC 5322 3.6"),
  /** No From field. */
  MISSING_FROM("RFC 5322 3.6");

  private final String citation;

  DefectCode(String citation) {
    this.citation = citation;
  }

  /** The section of the standard the message departs from. */
  public String citation() {
    return citation;
  }
}
