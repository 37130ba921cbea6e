package org.proffer.analysis;

/**
 * How a message hides where it comes from or what it is, as far as its bytes show it. Each is an
 * indicator with innocent causes too, none is a finding; where the bytes cannot tell, that is kept
 * apart from both answers.
 */
public enum Method {
  /** The header holds a trace that a forger leaves behind. */
  FORGED_HEADER(1, "Header traces of forging"),
  /**
   * Handed over from an address whose name is that of an end user's line, as mail through somebody
   * else's computer is. Not told where no public address or no name of it was recorded.
   */
  END_USER_LINE(2, "From an end user's line (proxy)"),
  /** The domain of the sender or of its links, or the sender's name, imitates a known name. */
  LOOK_ALIKE(4, "Look-alike domain or name"),
  /** What is to be read stands in images alone. */
  IMAGE_ONLY(8, "Image only"),
  /** The From line claims to be somebody that the address or the header contradicts. */
  FALSE_FROM(16, "From line contradicted");

  /** Bits of the answer “not told” stand so far above those of “shown”. */
  private static final int UNTOLD = 8;

  // Stored with messages: a bit never gets another meaning.
  private final int bit;
  private final String label;

  Method(int bit, String label) {
    this.bit = bit;
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** The bit that is set in a message that shows it. */
  public int shownBit() {
    return bit;
  }

  /** The bit that is set in a message of which it cannot be told. */
  public int untoldBit() {
    return bit << UNTOLD;
  }

  /** The bits of a message of which nothing can be told. */
  public static int untold() {
    int bits = 0;
    for (Method each : values()) {
      bits |= each.untoldBit();
    }
    return bits;
  }
}
