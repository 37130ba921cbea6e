package org.proffer.authentication;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * DNS answers that were recorded and belong to the evidence.
 *
 * <p>Nothing here asks the network. A lookup that was not recorded near the wanted moment has no
 * answer, which callers must report as "no record of that date". A name recorded as not existing
 * does not exist for any type (RFC 8020); a recorded alias is followed.
 */
public final class DnsSnapshot {
  private static final int MOST_ALIASES = 8;

  private final Map<DnsLookup, List<DnsAnswer>> answers = new HashMap<>();

  /** A snapshot of these answers, in any order; the same lookup may have been recorded often. */
  public DnsSnapshot(List<DnsAnswer> recorded) {
    for (DnsAnswer answer : recorded) {
      answers.computeIfAbsent(answer.lookup(), lookup -> new ArrayList<>()).add(answer);
    }
    for (List<DnsAnswer> same : answers.values()) {
      same.sort(Comparator.comparing(DnsAnswer::firstSeen));
    }
  }

  /** A snapshot of nothing: every result that needs the DNS is not evaluable. */
  public static DnsSnapshot empty() {
    return new DnsSnapshot(List.of());
  }

  /**
   * Reads a table of answers, one a line, columns divided by one tab.
   *
   * <p>The columns are: first seen, last seen (ISO 8601 instants; an empty last seen repeats the
   * first), source, name, type, status, and for {@code DATA} the record in the presentation form of
   * RFC 1035 section 5.1 ({@code "v=spf1 " "-all"}, {@code 10 mx.example.com.}). Several records of
   * one answer stand on lines of the same period, source, name, type and status. Empty lines and
   * lines that begin with {@code #} say nothing.
   *
   * @throws IllegalArgumentException for a line that is none of these, with its number
   */
  public static DnsSnapshot read(Reader table) throws IOException {
    return new DnsSnapshot(DnsTable.read(table));
  }

  /**
   * The DNS as it was recorded for a moment.
   *
   * @param moment when the message was received
   * @param tolerance how far from the recorded period {@code moment} may lie, included; of several
   *     usable recordings the nearest is taken, and of two equally near ones the earlier
   */
  RecordedDns at(Instant moment, Duration tolerance) {
    return lookup -> find(lookup, moment, tolerance);
  }

  private Optional<DnsAnswer> find(DnsLookup lookup, Instant moment, Duration tolerance) {
    DnsLookup asked = lookup;
    for (int alias = 0; alias <= MOST_ALIASES; alias++) {
      Optional<DnsAnswer> answer =
          nearest(asked, moment, tolerance).or(none(asked, moment, tolerance));
      if (answer.isPresent()) {
        return answer;
      }
      Optional<DnsAnswer> other =
          nearest(new DnsLookup(asked.name(), DnsType.CNAME), moment, tolerance);
      if (other.isEmpty() || other.get().status() != DnsStatus.DATA) {
        return Optional.empty();
      }
      asked = new DnsLookup(other.get().values().get(0), lookup.type());
    }
    return Optional.empty();
  }

  private Supplier<Optional<DnsAnswer>> none(DnsLookup asked, Instant moment, Duration tolerance) {
    return () -> {
      for (DnsType type : DnsType.values()) {
        Optional<DnsAnswer> other = nearest(new DnsLookup(asked.name(), type), moment, tolerance);
        if (other.isPresent() && other.get().status() == DnsStatus.NXDOMAIN) {
          return other;
        }
      }
      return Optional.empty();
    };
  }

  private Optional<DnsAnswer> nearest(DnsLookup lookup, Instant moment, Duration tolerance) {
    return answers.getOrDefault(lookup, List.of()).stream()
        .filter(answer -> answer.distance(moment).compareTo(tolerance) <= 0)
        .min(Comparator.comparing(answer -> answer.distance(moment)));
  }
}
