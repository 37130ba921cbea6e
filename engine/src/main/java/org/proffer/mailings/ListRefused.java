package org.proffer.mailings;

/** A list that cannot be read as a whole. */
public final class ListRefused extends RuntimeException {
  private final ListKind kind;
  private final long line;
  private final String next;

  ListRefused(ListKind kind, long line, String why, String next) {
    super("The " + kind.words() + " cannot be read: line " + line + ", " + why + ".");
    this.kind = kind;
    this.line = line;
    this.next = next;
  }

  /** Which list. */
  public ListKind kind() {
    return kind;
  }

  /** Where it stopped, from 1. */
  public long line() {
    return line;
  }

  /** What to do. */
  public String next() {
    return next;
  }
}
