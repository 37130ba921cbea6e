package org.proffer.documents;

/** How far a document has come. */
public enum DocumentStatus {
  /** Being written. */
  DRAFT("Draft"),
  /** Waits for an attorney. */
  IN_REVIEW("In review"),
  /** An attorney stands by it; its words do not change any more. */
  APPROVED("Approved"),
  /** With the court, or sent. */
  FILED("Filed"),
  /** Made by the portal at once, without a draft. */
  FINAL("Final");

  private final String label;

  DocumentStatus(String label) {
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }
}
