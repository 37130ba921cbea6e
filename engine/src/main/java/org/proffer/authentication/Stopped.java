package org.proffer.authentication;

/** An evaluation that ends before its regular end, with its result. */
final class Stopped extends Exception {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  Stopped(Outcome outcome, String reason) {
    super(reason, null, false, false);
    this.outcome = outcome;
  }

  static Stopped permanently(String reason) {
    return new Stopped(Outcome.PERMERROR, reason);
  }

  Outcome outcome() {
    return outcome;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
