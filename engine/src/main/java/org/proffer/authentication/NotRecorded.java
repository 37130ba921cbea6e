package org.proffer.authentication;

/** A lookup that the evaluation needs was not recorded. */
final class NotRecorded extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient DnsLookup lookup;

  NotRecorded(DnsLookup lookup) {
    super(Evaluation.NO_RECORD + lookup, null, false, false);
    this.lookup = lookup;
  }

  DnsLookup lookup() {
    return lookup;
  }
}
