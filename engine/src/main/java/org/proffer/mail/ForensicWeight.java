package org.proffer.mail;

/** How much a defect says about who made a message, and how. */
public enum ForensicWeight {
  /** Ordinary software does it every day. */
  NONE,
  /** Seen in honest mail of old or careless software; worth a look beside other signs. */
  LOW,
  /** Rare in honest mail; common in mail made by bulk senders or altered on its way. */
  MEDIUM,
  /** Hides content from some readers, or cannot arise without damage or intent. */
  HIGH
}
