package org.proffer.timeline;

import org.proffer.records.Labelled;

/** Whose doing an event is. */
public enum Lane implements Labelled {
  /** What is charged, and what belongs to it. */
  CONDUCT("Conduct"),
  /** What the investigators did. */
  INVESTIGATION("Investigation"),
  /** What happened before the court. */
  COURT("Court");

  private final String label;

  Lane(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
