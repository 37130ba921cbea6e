package org.proffer.messages;

/** Which clock tells on what day a message counts. */
public enum TrendBasis {
  /**
   * The newest Received line: written by the server of the recipient, so the sender has no say in
   * it.
   */
  RECEIVED("received_at", "received", "When received"),
  /**
   * The Date field, or the earliest Received line where there is none: what lists are ordered by.
   * The sender writes it, and can write anything.
   */
  SENT("sent_at", "date", "When sent, as the message says");

  private final String column;
  private final String field;
  private final String label;

  TrendBasis(String column, String field, String label) {
    this.column = column;
    this.field = field;
    this.label = label;
  }

  String column() {
    return column;
  }

  /** The field of a query that finds the messages of a day. */
  public String field() {
    return field;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }
}
