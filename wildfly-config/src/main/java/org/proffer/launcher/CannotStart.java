package org.proffer.launcher;

/** The portal cannot start; the message is one sentence that says why and what to do. */
public final class CannotStart extends RuntimeException {
  /** With the sentence for the person at the terminal. */
  public CannotStart(String sentence) {
    super(sentence);
  }

  /** With the sentence, and what caused it for the log. */
  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
