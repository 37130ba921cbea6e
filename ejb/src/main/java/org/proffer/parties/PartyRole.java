package org.proffer.parties;

import org.proffer.records.Labelled;

/** What somebody is in a case. */
public enum PartyRole implements Labelled {
  /** Charged, or about to be; numbered D-1, D-2 ... */
  DEFENDANT("Defendant"),
  /** Directly and proximately harmed (18 U.S.C. 3771(e)(2)(A)). */
  VICTIM("Victim"),
  /** Can say something about the facts. */
  WITNESS("Witness"),
  /** Represents a defendant, or the government. */
  COUNSEL("Counsel"),
  /** Investigates. */
  AGENT("Agent"),
  /** Provides Internet access, hosting or mail. */
  PROVIDER("Provider"),
  /** Registers domain names. */
  REGISTRAR("Registrar"),
  /** Somebody else who matters. */
  OTHER("Other");

  private final String label;

  PartyRole(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
