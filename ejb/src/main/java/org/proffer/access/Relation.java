package org.proffer.access;

/** What a person is to a case. */
public enum Relation {
  /** Nothing, or not any more. */
  NONE,
  /** Works on it. */
  MEMBER,
  /** Reviews what may be privileged in it, apart from those who work on it. */
  FILTER_TEAM,
  /** Stays for an hour after breaking glass: reads, and nothing else. */
  GUEST,
  /** Kept away from it, whatever else is true. */
  WALLED
}
