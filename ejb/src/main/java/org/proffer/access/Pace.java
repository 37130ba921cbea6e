package org.proffer.access;

import java.util.Locale;
import java.util.Optional;

/**
 * What costs much, and how often in a minute it may be asked: by one person, and from one address
 * of the network. As many may be asked at once; then one more each time its share of a minute has
 * passed.
 */
public enum Pace {
  /** Trying a password. Of one login from one address, and of all logins from it. */
  LOGIN(60, 600),
  /** Searching all cases. */
  SEARCH(120, 1_200),
  /** Taking out a case file, a package of evidence, or the audit log. */
  EXPORT(20, 200),
  /** Reading messages out of an item, or a case out of a case file. */
  IMPORT(60, 600),
  /** Checking a message, a case, an item or a log again. */
  CHECK(60, 600),
  /** Producing a document. */
  DOCUMENT(20, 200),
  /** Asking how the proof stands without some exhibits. */
  WHAT_IF(60, 600);

  private final int ofPerson;
  private final int ofAddress;

  Pace(int ofPerson, int ofAddress) {
    this.ofPerson = ofPerson;
    this.ofAddress = ofAddress;
  }

  /**
   * How often in a minute.
   *
   * @param ofPerson by one person
   * @param ofAddress from one address
   */
  record Limit(int ofPerson, int ofAddress) {
    Limit {
      if (ofPerson < 1 || ofAddress < 1) {
        throw new IllegalArgumentException("a limit is one or more: " + ofPerson + "/" + ofAddress);
      }
    }
  }

  /** The limit where nothing else is configured. */
  Limit limit() {
    return new Limit(ofPerson, ofAddress);
  }

  /** In words, as in “search”, “what-if”. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What an action costs; empty for what costs little. */
  static Optional<Pace> of(Action action) {
    return Optional.ofNullable(
        switch (action) {
          case SEARCH -> SEARCH;
          case EXPORT_CASE, EXPORT_EVIDENCE, EXPORT_AUDIT -> EXPORT;
          case RUN_IMPORT, IMPORT_CASE -> IMPORT;
          case CHECK_MESSAGE, RUN_RECHECK, CHECK_FIXITY, CHECK_CUSTODY -> CHECK;
          case PRODUCE_DOCUMENT -> DOCUMENT;
          default -> null;
        });
  }
}
