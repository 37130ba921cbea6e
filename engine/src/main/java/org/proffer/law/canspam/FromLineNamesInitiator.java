package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.canspam.recorded.FromLine;
import org.proffer.law.canspam.recorded.Participant;

/**
 * The From line accurately identifies a person who initiated the message, which protects the From
 * line.
 *
 * <p>Source: 15 U.S.C. 7704(a)(1)(B). A defence for the From line alone: it cures neither a forged
 * Received line nor a domain obtained by false pretenses. Left to a person: whom the line
 * identifies.
 */
final class FromLineNamesInitiator implements CanSpamRule {
  @Override
  public String id() {
    return "HDR-B";
  }

  @Override
  public Reach reach() {
    return Reach.COMMERCIAL_OR_TRANSACTIONAL;
  }

  @Override
  public Answer decide(Matter matter) {
    Optional<FromLine> from = matter.recorded().last(FromLine.class);
    List<String> initiators =
        matter.recorded().all(Participant.class).stream()
            .filter(Participant::initiated)
            .map(Participant::name)
            .toList();
    if (from.isEmpty() || initiators.isEmpty()) {
      List<String> missing = new ArrayList<>();
      if (from.isEmpty()) {
        missing.add("whom the From line identifies");
      }
      if (initiators.isEmpty()) {
        missing.add("who initiated the message");
      }
      return Answer.open(
          "Whether the From line names somebody who initiated the message is not recorded.",
          List.of(),
          missing);
    }
    return initiators.stream().anyMatch(from.get().identifies()::contains)
        ? Answer.met(
            "The From line identifies "
                + String.join(", ", from.get().identifies().stream().sorted().toList())
                + ", who initiated the message; only the From line is protected ("
                + from.get().source()
                + ").")
        : Answer.notApplicable("The From line names nobody who initiated the message.");
  }
}
