package org.proffer.law.canspam;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.proffer.law.Span;
import org.proffer.law.Unit;
import org.proffer.law.canspam.recorded.Outage;
import org.proffer.law.canspam.recorded.Probe;

/**
 * The way to object can receive requests for at least 30 days after transmission.
 *
 * <p>Source: 15 U.S.C. 7704(a)(3)(A)(ii), (C); the number in {@code thresholds.csv}, id {@code
 * opt-out-life}. The days are periods of 24 hours from the transmission of this copy, the first
 * included and the thirtieth included. Kept if each holds a passing test or lies in an excused
 * outage; that each day needs one is the policy of this engine. Never decidable from the message,
 * nor before the days have passed.
 */
final class OptOutWorksThirtyDays implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-02";
  }

  @Override
  public Answer decide(Matter matter) {
    List<Span> spans = matter.facts().optOutMechanism().spans();
    List<Probe> probes = matter.recorded().all(Probe.class);
    List<Outage> outages = matter.recorded().all(Outage.class);
    int days = Law.threshold("opt-out-life", Unit.DAYS, matter.lawAsOf());
    Optional<Instant> sent = matter.sentAt();
    if ((probes.isEmpty() && outages.isEmpty()) || sent.isEmpty()) {
      List<String> missing = new ArrayList<>();
      if (sent.isEmpty()) {
        missing.add("when the message was sent");
      }
      if (probes.isEmpty()) {
        missing.add(
            "tests of the way to object on each of the " + days + " days after transmission");
      }
      return Answer.open(
          "Whether the way to object worked cannot be seen in the message.", spans, missing);
    }
    Instant end = sent.get().plus(Duration.ofDays(days));
    for (Outage outage : outages) {
      Instant repaired = outage.repairedAt();
      if (!outage.excused()
          && outage.from().isBefore(end)
          && (repaired == null || repaired.isAfter(sent.get()))) {
        return Answer.violated(
            "The way to object did not work from "
                + outage.from()
                + (repaired == null ? ", and was never repaired" : " to " + repaired)
                + ": "
                + outage.cause()
                + " ("
                + outage.source()
                + "); this is not excused by 7704(a)(3)(C).",
            spans);
      }
    }
    return byDay(sent.get(), days, probes, outages, spans);
  }

  private static Answer byDay(
      Instant sent, int days, List<Probe> probes, List<Outage> outages, List<Span> spans) {
    List<Integer> untested = new ArrayList<>();
    List<Integer> failed = new ArrayList<>();
    for (int day = 1; day <= days; day++) {
      Instant from = sent.plus(Duration.ofDays(day - 1L));
      Instant to = sent.plus(Duration.ofDays(day));
      boolean passed = false;
      boolean failure = false;
      for (Probe probe : probes) {
        if (!probe.at().isBefore(from) && probe.at().isBefore(to)) {
          passed |= probe.accepted();
          failure |= !probe.accepted() && !excused(probe, outages);
        }
      }
      if (failure) {
        failed.add(day);
      } else if (!passed && !inOutage(from, to, outages)) {
        untested.add(day);
      }
    }
    if (failed.isEmpty() && untested.isEmpty()) {
      return Answer.met(
          "The way to object received requests on each of the "
              + days
              + " days"
              + (outages.isEmpty() ? "" : ", but for an excused outage")
              + " ("
              + (probes.isEmpty() ? outages.get(0).source() : probes.get(0).source())
              + ").",
          spans);
    }
    List<String> missing = new ArrayList<>();
    if (!failed.isEmpty()) {
      missing.add(
          "why tests failed on day " + ranges(failed) + ", and whether 7704(a)(3)(C) excuses it");
    }
    if (!untested.isEmpty()) {
      missing.add("passing tests of the way to object on day " + ranges(untested));
    }
    return Answer.open(
        failed.isEmpty()
            ? "The tests so far passed."
            : "Tests failed on day " + ranges(failed) + "; a failed test alone does not say why.",
        spans,
        missing);
  }

  private static boolean excused(Probe probe, List<Outage> outages) {
    return outages.stream()
        .anyMatch(
            outage ->
                outage.excused()
                    && !probe.at().isBefore(outage.from())
                    && !probe.at().isAfter(Objects.requireNonNull(outage.repairedAt())));
  }

  private static boolean inOutage(Instant from, Instant to, List<Outage> outages) {
    return outages.stream()
        .anyMatch(
            outage ->
                outage.excused()
                    && outage.from().isBefore(to)
                    && Objects.requireNonNull(outage.repairedAt()).isAfter(from));
  }

  /** As in {@code 6-30}. */
  private static String ranges(List<Integer> days) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < days.size(); i++) {
      int first = days.get(i);
      while (i + 1 < days.size() && days.get(i + 1) == days.get(i) + 1) {
        i++;
      }
      text.append(text.length() == 0 ? "" : ", ").append(first);
      if (days.get(i) != first) {
        text.append('-').append(days.get(i));
      }
    }
    return text.toString();
  }
}
