package org.proffer.clients;

import org.proffer.records.Labelled;

/** How the mail of a seed mailbox comes to the desk. */
public enum SeedType implements Labelled {
  /** It is sent to the desk itself. */
  SMTP("Received here (SMTP)"),
  /** It is read at a mail server, and nothing is changed there. */
  IMAP("Read at a mail server (IMAP)");

  private final String label;

  SeedType(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
