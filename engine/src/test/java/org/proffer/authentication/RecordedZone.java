package org.proffer.authentication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** DNS answers written down by a test. */
final class RecordedZone {
  static final Instant DAY = Instant.parse("2016-05-02T12:00:00Z");

  private final List<DnsAnswer> answers = new ArrayList<>();

  RecordedZone data(String name, DnsType type, String... values) {
    return add(name, type, DnsStatus.DATA, List.of(values));
  }

  RecordedZone txt(String name, String... values) {
    return data(name, DnsType.TXT, values);
  }

  RecordedZone status(String name, DnsType type, DnsStatus status) {
    return add(name, type, status, List.of());
  }

  RecordedZone nothingAt(String name) {
    return status(name, DnsType.TXT, DnsStatus.NXDOMAIN);
  }

  private RecordedZone add(String name, DnsType type, DnsStatus status, List<String> values) {
    answers.add(new DnsAnswer(new DnsLookup(name, type), status, values, DAY, DAY, "the test"));
    return this;
  }

  DnsSnapshot snapshot() {
    return new DnsSnapshot(answers);
  }

  /** The zone as if its answers had been recorded at any time. */
  RecordedDns dns() {
    return snapshot().at(DAY, Duration.ZERO);
  }
}
