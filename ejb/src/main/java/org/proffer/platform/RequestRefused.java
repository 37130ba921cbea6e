package org.proffer.platform;

/** A request with an Idempotency-Key that cannot be done under that key. */
public final class RequestRefused extends Refusal {
  private RequestRefused(Kind kind, String title, String detail, String next) {
    super(kind, title, detail, next);
  }

  static RequestRefused keyOfAnother(String key) {
    return new RequestRefused(
        Kind.INVALID,
        "This key belongs to another request",
        "The Idempotency-Key “" + key + "” was sent before with a different request.",
        "Send a new key with a new request.");
  }

  static RequestRefused stillRunning(String key) {
    return new RequestRefused(
        Kind.CONFLICT,
        "This request is not answered yet",
        "The request with the Idempotency-Key “"
            + key
            + "” was begun and has no answer: it still runs, or the server was stopped in it.",
        "Wait and send it again; if it stays so, look whether it was done before you send a new key.");
  }
}
