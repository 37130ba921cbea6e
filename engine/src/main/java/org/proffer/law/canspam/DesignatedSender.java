package org.proffer.law.canspam;

import java.util.stream.Collectors;
import org.proffer.law.canspam.recorded.Participant;

/**
 * Which of several advertisers is the sender.
 *
 * <p>Source: 16 CFR 316.2(m). A definition, input to DIS-03, SUP-01 and consent: MET says that one
 * of them alone is the sender; where the test fails each of them is. Every other advertiser who
 * procured the message stays an initiator, answerable for 7704(a)(1)-(3) and (5).
 */
final class DesignatedSender implements CanSpamRule {
  @Override
  public String id() {
    return "R316-01";
  }

  @Override
  public Answer decide(Matter matter) {
    Senders senders = matter.senders();
    return switch (senders.state()) {
      case UNKNOWN ->
          Answer.open(
              senders.reason(), "who initiated the message, and whose products it advertises");
      case SINGLE -> Answer.notApplicable("Only one advertiser: " + senders.reason());
      case SEVERAL -> Answer.notApplicable(senders.reason());
      case DESIGNATED ->
          Answer.met(
              senders.reason()
                  + " Others who procured it remain initiators: "
                  + others(senders, matter)
                  + ".");
      case OPEN -> Answer.open(senders.reason(), java.util.List.of(), senders.missing());
    };
  }

  private static String others(Senders senders, Matter matter) {
    return matter.recorded().all(Participant.class).stream()
        .filter(Participant::initiated)
        .map(Participant::name)
        .filter(name -> !senders.names().contains(name))
        .collect(Collectors.joining(", "));
  }
}
