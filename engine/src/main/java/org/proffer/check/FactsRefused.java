package org.proffer.check;

/** A facts file that says something this engine does not understand; nothing of it is used. */
public final class FactsRefused extends RuntimeException {
  private final int line;
  private final String field;

  FactsRefused(int line, String field, String why) {
    super("line " + line + ", " + field + ": " + why);
    this.line = line;
    this.field = field;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }

  /** The path of the field, as in {@code messages[2].facts[0].at}. */
  public String field() {
    return field;
  }
}
