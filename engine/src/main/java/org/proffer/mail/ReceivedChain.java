package org.proffer.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Received lines of a message read against each other (RFC 5321 4.4), top first.
 *
 * <p>Which lines can be relied on is not guessed: the caller names the hosts whose lines are
 * attested, as the collector recorded them. The lines from the top whose writer is such a host are
 * attested; the first that is not, and every line below it, is only claimed. With no host named
 * every line is claimed.
 *
 * @param links one for each hop, in the order of the message
 */
public record ReceivedChain(List<Link> links) {

  /** How far a clock may be behind the one before it without a remark. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  public ReceivedChain {
    links = List.copyOf(links);
  }

  /** Whether a line can be relied on. */
  public enum Standing {
    /** Written by a host that the caller vouches for. */
    ATTESTED,
    /** Written by anybody. */
    CLAIMED
  }

  /** What is remarkable about a hop. None is a finding against anybody. */
  public enum Remark {
    /** The form of the line is not known. */
    UNKNOWN_FORM,
    /** The host that wrote the line below is not the one this line says it came from. */
    HANDOVER_DISAGREES,
    /** The name announced is not the name the address resolves to. */
    HELO_IS_NOT_REVERSE_NAME,
    /** The peer's address is private, reserved or for documentation (RFC 6890). */
    SPECIAL_ADDRESS,
    /** The clock is earlier than that of the hop before, beyond the tolerance. */
    CLOCK_RUNS_BACK,
    /** The clock is later than that of the newest hop, beyond the tolerance. */
    CLOCK_AHEAD_OF_NEWEST
  }

  /**
   * One hop in its chain.
   *
   * @param hop the line
   * @param standing attested or claimed
   * @param delay from the clock of the hop before (the line below) to this one, negative where it
   *     runs back; null where one of the two cannot be read, and for the first hop travelled
   * @param remarks what is remarkable
   */
  public record Link(Hop hop, Standing standing, @Nullable Duration delay, Set<Remark> remarks) {
    public Link {
      remarks = Set.copyOf(remarks);
    }
  }

  /**
   * Reads the hops against each other.
   *
   * @param hops top first
   * @param attestedHosts names of hosts, compared without case, whose lines are vouched for
   */
  public static ReceivedChain of(List<Hop> hops, Set<String> attestedHosts) {
    List<Link> links = new ArrayList<>();
    Instant newest = hops.isEmpty() ? null : hops.get(0).at();
    boolean attested = true;
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      Hop before = i + 1 < hops.size() ? hops.get(i + 1) : null;
      attested = attested && isNamed(hop.by(), attestedHosts);
      Duration delay = delay(hop, before);
      links.add(
          new Link(
              hop,
              attested ? Standing.ATTESTED : Standing.CLAIMED,
              delay,
              remarks(hop, before, delay, newest)));
    }
    return new ReceivedChain(links);
  }

  private static boolean isNamed(@Nullable String by, Set<String> hosts) {
    return by != null && hosts.stream().anyMatch(by::equalsIgnoreCase);
  }

  private static @Nullable Duration delay(Hop hop, @Nullable Hop before) {
    Instant at = hop.at();
    Instant earlier = before == null ? null : before.at();
    return at == null || earlier == null ? null : Duration.between(earlier, at);
  }

  private static Set<Remark> remarks(
      Hop hop, @Nullable Hop before, @Nullable Duration delay, @Nullable Instant newest) {
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    if (!hop.understood()) {
      remarks.add(Remark.UNKNOWN_FORM);
    }
    if (before != null && disagrees(hop, before)) {
      remarks.add(Remark.HANDOVER_DISAGREES);
    }
    String helo = hop.from();
    String reverse = hop.fromReverseName();
    if (helo != null && reverse != null && !sameHost(helo, reverse)) {
      remarks.add(Remark.HELO_IS_NOT_REVERSE_NAME);
    }
    String address = hop.fromAddress();
    if (address != null && SpecialAddresses.purpose(address).isPresent()) {
      remarks.add(Remark.SPECIAL_ADDRESS);
    }
    if (delay != null && delay.compareTo(TOLERANCE.negated()) < 0) {
      remarks.add(Remark.CLOCK_RUNS_BACK);
    }
    Instant at = hop.at();
    if (at != null && newest != null && at.isAfter(newest.plus(TOLERANCE))) {
      remarks.add(Remark.CLOCK_AHEAD_OF_NEWEST);
    }
    return remarks;
  }

  /** Whether the line names a peer and the line below names its writer, and no name agrees. */
  private static boolean disagrees(Hop hop, Hop before) {
    String writer = before.by();
    if (writer == null || (hop.from() == null && hop.fromReverseName() == null)) {
      return false;
    }
    return !sameHost(writer, hop.from())
        && !sameHost(writer, hop.fromReverseName())
        && !writer.equals(hop.fromAddress());
  }

  private static boolean sameHost(String one, @Nullable String other) {
    if (other == null) {
      return false;
    }
    String a = bare(one);
    String b = bare(other);
    return a.equals(b) || a.startsWith(b + ".") || b.startsWith(a + ".");
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    int from = lower.startsWith("[") ? 1 : 0;
    int to = lower.length();
    while (to > from && (lower.charAt(to - 1) == ']' || lower.charAt(to - 1) == '.')) {
      to--;
    }
    return lower.substring(from, to);
  }
}
