package org.proffer.authentication;

import java.util.Optional;

/** The DNS as it was recorded for one moment. */
@FunctionalInterface
interface RecordedDns {

  /**
   * The recorded answer; empty if nobody recorded one, which is not the same as an empty answer.
   */
  Optional<DnsAnswer> answer(DnsLookup lookup);
}
