package org.proffer.clients;

import org.proffer.records.Labelled;

/** Under what data leaves the desk. */
public enum ProcessType implements Labelled {
  /** A subpoena. */
  SUBPOENA("Subpoena"),
  /** An order of a court. */
  COURT_ORDER("Court order"),
  /** A demand under 15 U.S.C. 57b-1. */
  CIVIL_INVESTIGATIVE_DEMAND("Civil investigative demand"),
  /** A warrant. */
  SEARCH_WARRANT("Search warrant"),
  /** The client asked for it in writing. */
  CLIENTS_CONSENT("Consent of the client");

  private final String label;

  ProcessType(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
