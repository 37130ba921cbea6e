package org.proffer.mail;

/**
 * What one message may cost, counted for the root message with everything embedded in it.
 *
 * @param depth nested multiparts and embedded messages
 * @param parts all parts
 * @param headerFields header fields of the message and of all parts
 * @param headerBytes bytes of all header fields
 * @param textBytes decoded bytes of text kept in memory; text beyond it is cut and a defect says so
 * @param decodedBytes decoded bytes of all parts
 */
public record ParseBudget(
    int depth, int parts, int headerFields, long headerBytes, long textBytes, long decodedBytes) {

  /** Enough for any genuine message seen in the corpora, and bounded. */
  public static final ParseBudget DEFAULT =
      new ParseBudget(50, 10_000, 20_000, 4L << 20, 8L << 20, 1L << 30);
}
