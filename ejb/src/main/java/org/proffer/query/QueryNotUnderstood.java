package org.proffer.query;

import org.proffer.platform.Refusal;

/** A query that cannot be answered as it stands, and where in it. */
public final class QueryNotUnderstood extends Refusal {
  private final int position;

  QueryNotUnderstood(int position, String detail, String next) {
    super(
        Kind.INVALID, "The query is not understood", "Character " + position + ": " + detail, next);
    this.position = position;
  }

  /** Place of the character where it stops being understood, 1 for the first. */
  public int position() {
    return position;
  }
}
