package org.proffer.platform;

import jakarta.ejb.ApplicationException;

/**
 * An action that was asked for and is not done; nothing of it remains. Says what, why, and what to
 * do next; the subclasses carry the facts.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refusal extends RuntimeException {
  private final Kind kind;
  private final String title;
  private final String next;

  /** What sort of answer this is to the one who asked. */
  public enum Kind {
    /** What was asked for does not exist, or not for this person. */
    NOT_FOUND,
    /** This person's role does not allow it. */
    NOT_PERMITTED,
    /** What was given cannot be used. */
    INVALID,
    /** It contradicts what is there. */
    CONFLICT,
    /** What it would change was changed by somebody else since it was read. */
    CHANGED_MEANWHILE,
    /** It costs much and is asked for too often. */
    TOO_FAST,
    /** Something it needs is missing just now: space, a file, another service. */
    UNAVAILABLE
  }

  /**
   * A refusal.
   *
   * @param title one short sentence
   * @param detail which item, where, why
   * @param next what the person can do
   */
  protected Refusal(Kind kind, String title, String detail, String next) {
    super(detail);
    this.kind = kind;
    this.title = title;
    this.next = next;
  }

  /** What sort of answer this is. */
  public Kind kind() {
    return kind;
  }

  /** One short sentence. */
  public String title() {
    return title;
  }

  /** Which item, where, why. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** What the person can do. */
  public String next() {
    return next;
  }

  /** Stable name of this refusal, for programs: the class name in lower case with hyphens. */
  public String type() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
