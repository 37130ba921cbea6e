package org.proffer.authentication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the DNS was seen to answer.
 *
 * @param lookup the question
 * @param status how it ended
 * @param values for {@link DnsStatus#DATA} at least one, else none: an address, {@code preference
 *     host} for MX, a host for PTR and CNAME, the strings of one TXT record joined without a space
 *     (bytes as ISO-8859-1)
 * @param firstSeen when the answer was first recorded
 * @param lastSeen when it was last recorded, included; the same as {@code firstSeen} for a single
 *     observation
 * @param source who recorded it, as a person would cite it
 */
public record DnsAnswer(
    DnsLookup lookup,
    DnsStatus status,
    List<String> values,
    Instant firstSeen,
    Instant lastSeen,
    String source) {

  public DnsAnswer {
    values = List.copyOf(values);
    if ((status == DnsStatus.DATA) == values.isEmpty()) {
      throw new IllegalArgumentException(lookup + ": " + status + " with " + values.size());
    }
    if (lastSeen.isBefore(firstSeen)) {
      throw new IllegalArgumentException(lookup + ": last seen " + lastSeen + " < " + firstSeen);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException(lookup + ": no source");
    }
  }

  /** How far {@code moment} lies outside the recorded period; zero inside it, ends included. */
  Duration distance(Instant moment) {
    if (moment.isBefore(firstSeen)) {
      return Duration.between(moment, firstSeen);
    }
    return moment.isAfter(lastSeen) ? Duration.between(lastSeen, moment) : Duration.ZERO;
  }
}
