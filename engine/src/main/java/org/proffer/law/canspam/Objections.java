package org.proffer.law.canspam;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Unit;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.MessageKind;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Transmission;
import org.proffer.law.deadlines.BusinessDays;

/**
 * Whether a message came too late after a request to receive no more, 15 U.S.C. 7704(a)(4)(A).
 *
 * <p>The day of receipt is day 0 and is not counted; the tenth business day is included, to its
 * end. The Act names no time zone. Read strictly for the sender, a message sent at 01:00 in New
 * York on day 11 is late; read where the recipient is, in Los Angeles, it is still 22:00 on day 10
 * and in time. We say late only where both are late, and leave the rest to a person. Where a zone
 * is not recorded every whole offset from UTC-12 to UTC+14 is tried.
 */
final class Objections {
  private Objections() {}

  /**
   * How the message stands to the requests.
   *
   * @param verdict VIOLATED: late, with no later consent; MET: in time, or nothing was requested;
   *     UNDETERMINED: open
   * @param late the requests it comes too late after, whatever the later consents
   * @param consent the consent that lifts the prohibition
   */
  record Standing(
      Verdict verdict,
      String reason,
      List<String> missing,
      List<OptOutRequest> late,
      Optional<Consent> consent) {}

  static Standing of(Matter matter) {
    List<OptOutRequest> requests = matter.recorded().all(OptOutRequest.class);
    boolean complete = matter.recorded().complete(Complete.Records.OPT_OUT_REQUESTS);
    Optional<Recipient> recipient = matter.recipient();
    Optional<Instant> sent = matter.sentAt();
    if (requests.isEmpty()) {
      return complete
          ? standing(Verdict.MET, "The complete records hold no request of the recipient.")
          : open(
              "Whether the recipient had objected before cannot be seen in the message.",
              "the recipient's objections, with the time of their receipt and their scope");
    }
    if (recipient.isEmpty() || sent.isEmpty()) {
      return open(
          "Objections are recorded, but not for whom or when this copy was sent.",
          recipient.isEmpty() ? "the address this copy was sent to" : "when the message was sent");
    }
    List<String> missing = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<OptOutRequest> late = new ArrayList<>();
    boolean heard = false;
    for (OptOutRequest request : requests) {
      if (!recipient.get().is(request.address()) || !request.receivedAt().isBefore(sent.get())) {
        continue;
      }
      heard = true;
      Standing one = one(request, sent.get(), matter);
      missing.addAll(one.missing());
      reasons.add(one.reason());
      late.addAll(one.late());
    }
    if (!heard && !complete) {
      return open(
          "No request from this address is recorded.",
          "whether the records of the recipient's objections are complete");
    }
    return together(late, missing, reasons, recipient.get(), sent.get(), matter);
  }

  private static Standing together(
      List<OptOutRequest> late,
      List<String> missing,
      List<String> reasons,
      Recipient recipient,
      Instant sent,
      Matter matter) {
    String reason = String.join(" ", reasons);
    if (!late.isEmpty()) {
      Instant last = late.stream().map(OptOutRequest::receivedAt).max(Instant::compareTo).get();
      Optional<Consent> consent = Consents.between(last, sent, recipient.address(), matter);
      return consent.isPresent()
          ? new Standing(
              Verdict.MET,
              "The recipient consented again on "
                  + consent.get().at()
                  + ", after the request ("
                  + consent.get().source()
                  + ").",
              List.of(),
              late,
              consent)
          : new Standing(
              Verdict.VIOLATED,
              reason + " No express consent given after it is recorded.",
              List.of(),
              late,
              consent);
    }
    return missing.isEmpty()
        ? standing(
            Verdict.MET, reason.isEmpty() ? "No request of the recipient came before it." : reason)
        : new Standing(Verdict.UNDETERMINED, reason, missing, List.of(), Optional.empty());
  }

  private static Standing one(OptOutRequest request, Instant sent, Matter matter) {
    String what = "Request received on " + request.receivedAt() + " (" + request.source() + "): ";
    if (!request.kinds().isEmpty()) {
      Optional<MessageKind> kind = matter.recorded().last(MessageKind.class);
      if (kind.isEmpty()) {
        return open(
            what + "it declines " + String.join(", ", request.kinds()) + " only.",
            "which of the sender's kinds of mail this message belongs to");
      }
      if (!request.kinds().contains(kind.get().kind())) {
        return standing(
            Verdict.MET,
            what
                + "it declines "
                + String.join(", ", request.kinds())
                + ", and this message is "
                + kind.get().kind()
                + ".");
      }
    }
    if (!matter.senders().known()) {
      return lateness(request, sent, matter) == Lateness.NOT_LATE
          ? inTime(what, request, matter)
          : open(what + "not yet compared with the sender.", "who the sender of the message is");
    }
    if (!matter.senders().anyOf(request.receivedBy())) {
      return standing(
          Verdict.MET,
          what
              + "it was made to "
              + String.join(", ", request.receivedBy())
              + ", and the sender is "
              + matter.senders().listed()
              + ".");
    }
    return switch (lateness(request, sent, matter)) {
      case NOT_LATE -> inTime(what, request, matter);
      case LATE ->
          new Standing(
              Verdict.VIOLATED,
              what
                  + "the message was sent on "
                  + sent
                  + ", after the tenth business day, "
                  + lastDay(request, zone(matter, true), matter)
                  + ".",
              List.of(),
              List.of(request),
              Optional.empty());
      case CONTESTED -> contested(what, matter);
    };
  }

  private static Standing inTime(String what, OptOutRequest request, Matter matter) {
    return standing(
        Verdict.MET,
        what
            + "the tenth business day is "
            + lastDay(request, zone(matter, true), matter)
            + ", and the message was not sent after it.");
  }

  private static Standing contested(String what, Matter matter) {
    List<String> missing = new ArrayList<>();
    if (zone(matter, true) == null) {
      missing.add("the time zone of the sender");
    }
    if (zone(matter, false) == null) {
      missing.add("the time zone of the recipient");
    }
    if (missing.isEmpty()) {
      missing.add("a decision whether the sender's or the recipient's day counts");
    }
    return new Standing(
        Verdict.UNDETERMINED,
        what
            + "the message is late in one time zone and not in another. "
            + Law.reading("zone-of-the-day", matter.lawAsOf()),
        missing,
        List.of(),
        Optional.empty());
  }

  private enum Lateness {
    LATE,
    NOT_LATE,
    CONTESTED
  }

  private static Lateness lateness(OptOutRequest request, Instant sent, Matter matter) {
    List<ZoneId> zones = new ArrayList<>();
    for (boolean senders : new boolean[] {true, false}) {
      ZoneId zone = zone(matter, senders);
      if (zone != null) {
        zones.add(zone);
      } else {
        for (int hours = -12; hours <= 14; hours++) {
          zones.add(ZoneOffset.ofHours(hours));
        }
      }
    }
    long late =
        zones.stream()
            .filter(zone -> LocalDate.ofInstant(sent, zone).isAfter(lastDay(request, zone, matter)))
            .count();
    return late == 0
        ? Lateness.NOT_LATE
        : late == zones.size() ? Lateness.LATE : Lateness.CONTESTED;
  }

  private static LocalDate lastDay(OptOutRequest request, @Nullable ZoneId zone, Matter matter) {
    LocalDate received =
        LocalDate.ofInstant(request.receivedAt(), zone == null ? ZoneOffset.UTC : zone);
    return BusinessDays.after(
        received, Law.threshold("opt-out-grace", Unit.BUSINESS_DAYS, matter.lawAsOf()));
  }

  private static @Nullable ZoneId zone(Matter matter, boolean senders) {
    return senders
        ? matter.recorded().last(Transmission.class).map(Transmission::zone).orElse(null)
        : matter.recipient().map(Recipient::zone).orElse(null);
  }

  private static Standing standing(Verdict verdict, String reason) {
    return new Standing(verdict, reason, List.of(), List.of(), Optional.empty());
  }

  private static Standing open(String reason, String missing) {
    return new Standing(
        Verdict.UNDETERMINED, reason, List.of(missing), List.of(), Optional.empty());
  }
}
