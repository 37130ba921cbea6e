package org.proffer.clients;

import org.proffer.records.Labelled;

/** Where a programme stands. */
public enum ProgrammeState implements Labelled {
  /** Nothing is sent yet. */
  PLANNED("Planned"),
  /** It is being sent. */
  RUNNING("Running"),
  /** It was halted. */
  PAUSED("Paused"),
  /** Nothing more is sent. */
  ENDED("Ended");

  private final String label;

  ProgrammeState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
