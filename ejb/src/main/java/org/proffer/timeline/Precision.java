package org.proffer.timeline;

import org.proffer.records.Labelled;

/** How exactly it is known when something happened. */
public enum Precision implements Labelled {
  /** To the minute or better. */
  MOMENT("Moment"),
  /** The day. */
  DAY("Day"),
  /** The month; the day written is its first. */
  MONTH("Month"),
  /** Roughly then. */
  ABOUT("About");

  private final String label;

  Precision(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
