package org.proffer.access;

/** What stands on content and narrows who may see it; copies and extracts inherit it. */
public enum Mark {
  /**
   * Matter occurring before the grand jury: disclosed only to persons on the list, each advised of
   * the duty of secrecy (Fed. R. Crim. P. 6(e)).
   */
  GRAND_JURY("Grand jury"),
  /** May be privileged: seen by the filter team alone until it is cleared. */
  PRIVILEGED("Privileged"),
  /** Under a protective order: seen only by persons on the list of that order. */
  PROTECTIVE_ORDER("Protective order");

  private final String label;

  Mark(String label) {
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** Whether persons are put on a list for it. */
  public boolean isDisclosedByList() {
    return this != PRIVILEGED;
  }
}
