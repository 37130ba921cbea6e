package org.proffer.web.messages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proffer.mail.Hop;
import org.proffer.web.Show;

/**
 * The way of a message as its Received lines tell it, first hop first. The lines of trusted hosts,
 * from the last hop back without a gap, are trusted; every other line is a claim of its writer.
 */
public final class HopLanes {
  private static final Duration CLOCKS = Duration.ofMinutes(2);

  private HopLanes() {}

  /**
   * A hop as a lane.
   *
   * @param kind {@code trusted} or {@code claimed}
   * @param number 1 for the first hop
   * @param delay time since the hop before; empty where one of the two has no time
   * @param doubts what does not fit, in sentences
   */
  public record Lane(
      String kind,
      String label,
      int number,
      Hop hop,
      String time,
      String delay,
      List<String> doubts) {
    public Lane {
      doubts = List.copyOf(doubts);
    }
  }

  /** The lanes of some hops, which stand top line first. */
  static List<Lane> of(List<Hop> hops, Set<String> trustedHosts) {
    int trusted = 0;
    while (trusted < hops.size() && isTrusted(hops.get(trusted).by(), trustedHosts)) {
      trusted++;
    }
    List<Lane> lanes = new ArrayList<>();
    for (int i = hops.size() - 1; i >= 0; i--) {
      Hop hop = hops.get(i);
      Hop before = i + 1 < hops.size() ? hops.get(i + 1) : null;
      boolean sure = i < trusted;
      lanes.add(
          new Lane(
              sure ? "trusted" : "claimed",
              sure ? "Trusted" : "Claimed",
              hops.size() - i,
              hop,
              Show.instant(hop.at()),
              delay(before, hop),
              doubts(before, hop)));
    }
    return lanes;
  }

  private static boolean isTrusted(@Nullable String by, Set<String> trustedHosts) {
    if (by == null) {
      return false;
    }
    String host = by.toLowerCase(Locale.ROOT);
    return trustedHosts.stream()
        .anyMatch(trusted -> host.equals(trusted) || host.endsWith("." + trusted));
  }

  private static String delay(@Nullable Hop before, Hop hop) {
    if (before == null || before.at() == null || hop.at() == null) {
      return "";
    }
    Duration between = Duration.between(before.at(), hop.at());
    return (between.isNegative() ? "−" : "+") + words(between.abs());
  }

  private static String words(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + " d " + time.toHoursPart() + " h";
    }
    return time.toHours() > 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toMinutes() > 0
            ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
            : time.toSeconds() + " s";
  }

  private static List<String> doubts(@Nullable Hop before, Hop hop) {
    List<String> doubts = new ArrayList<>();
    if (hop.from() != null
        && hop.fromReverseName() != null
        && isName(hop.from())
        && isName(hop.fromReverseName())
        && !sameDomain(hop.from(), hop.fromReverseName())) {
      doubts.add(
          "The peer called itself "
              + hop.from()
              + "; its address resolved to "
              + hop.fromReverseName()
              + ".");
    }
    if (before == null) {
      return doubts;
    }
    if (before.at() != null && hop.at() != null && before.at().minus(CLOCKS).isAfter(hop.at())) {
      doubts.add(
          "It has the message "
              + words(Duration.between(hop.at(), before.at()))
              + " before the hop that handed it on.");
    }
    if (before.by() != null
        && isName(before.by())
        && (hop.from() != null || hop.fromReverseName() != null)
        && !sameDomain(before.by(), hop.from())
        && !sameDomain(before.by(), hop.fromReverseName())) {
      doubts.add(
          "The line before was written by "
              + before.by()
              + "; this one got the message from "
              + (hop.fromReverseName() == null ? hop.from() : hop.fromReverseName())
              + ".");
    }
    return doubts;
  }

  private static boolean isName(String host) {
    return host.indexOf('.') > 0 && host.matches(".*[a-zA-Z].*") && host.indexOf(':') < 0;
  }

  private static boolean sameDomain(String one, @Nullable String other) {
    return other != null && domain(one).equals(domain(other));
  }

  /** The last two labels, which hosts of one owner mostly share. */
  private static String domain(String host) {
    String[] labels = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "").split("\\.", -1);
    return labels.length < 2
        ? host.toLowerCase(Locale.ROOT)
        : labels[labels.length - 2] + "." + labels[labels.length - 1];
  }
}
