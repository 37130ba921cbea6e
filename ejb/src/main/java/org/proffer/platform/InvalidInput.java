package org.proffer.platform;

/** A value that cannot be used. */
public final class InvalidInput extends Refusal {
  private final String field;

  /** A value of a field that cannot be used, and what to enter instead. */
  public InvalidInput(String field, String detail, String next) {
    super(Kind.INVALID, "Please check: " + field, detail, next);
    this.field = field;
  }

  /** Which field. */
  public String field() {
    return field;
  }
}
