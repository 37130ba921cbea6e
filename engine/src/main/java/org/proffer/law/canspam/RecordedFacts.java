package org.proffer.law.canspam;

/**
 * What is recorded about a message beyond its bytes: consents, opt-out requests, probes,
 * registrations.
 */
public record RecordedFacts() {

  /** Nothing is recorded: the engine has the message alone. */
  public static final RecordedFacts NONE = new RecordedFacts();
}
