package org.proffer.mailings;

/** What stands in a field is no value of its column; caught for the row. */
final class Unreadable extends RuntimeException {
  private final String next;

  Unreadable(String what, String next) {
    // A file may have millions of them.
    super(what, null, false, false);
    this.next = next;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String next() {
    return next;
  }
}
