package org.proffer.authentication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The questions of one evaluation to the recorded DNS, and the answers it used. */
final class DnsQueries {
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;

  private final RecordedDns dns;
  private final Set<DnsAnswer> used = new LinkedHashSet<>();

  DnsQueries(RecordedDns dns) {
    this.dns = dns;
  }

  /** The answers used so far, in the order of asking. */
  List<DnsAnswer> used() {
    return new ArrayList<>(used);
  }

  /**
   * The records of a name; none if there are none or the name cannot exist.
   *
   * @throws NotRecorded if nobody recorded the lookup
   * @throws Stopped with a temporary error if the recorded lookup failed
   */
  List<String> values(String name, DnsType type) throws NotRecorded, Stopped {
    DnsLookup lookup = new DnsLookup(name, type);
    if (!isPossible(lookup.name())) {
      return List.of();
    }
    DnsAnswer answer = dns.answer(lookup).orElseThrow(() -> new NotRecorded(lookup));
    used.add(answer);
    if (answer.status() == DnsStatus.TIMEOUT || answer.status() == DnsStatus.SERVFAIL) {
      throw new Stopped(
          Outcome.TEMPERROR, "the DNS failed for " + lookup + " when it was recorded");
    }
    return answer.values();
  }

  /** Whether a name has labels of 1 to 63 and together at most 253 bytes. */
  static boolean isPossible(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > LONGEST_LABEL) {
        return false;
      }
    }
    return true;
  }
}
