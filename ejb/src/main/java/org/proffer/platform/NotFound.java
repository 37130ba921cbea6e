package org.proffer.platform;

/** Something that does not exist, or not for this person: the two answer alike. */
public final class NotFound extends Refusal {
  /**
   * Nothing of this id.
   *
   * @param what the kind of thing, for example {@code "case"}
   */
  public NotFound(String what, Object id) {
    super(
        Kind.NOT_FOUND,
        "No such " + what,
        "There is no " + what + " " + id + " that you can open.",
        "Check the address, or ask a member of the case to add you.");
  }
}
