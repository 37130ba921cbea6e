package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Knowledge;
import org.proffer.law.canspam.recorded.Participant;

/**
 * A person who acts for the sender does not initiate a message that it knows to be within a
 * request.
 *
 * <p>Source: 15 U.S.C. 7704(a)(4)(A)(ii). The count is that of SUP-01. Knowledge, actual or fairly
 * implied, is recorded; an injunction needs none.
 */
final class AgentsHonorOptOut implements CanSpamRule {
  @Override
  public String id() {
    return "SUP-02";
  }

  @Override
  public Answer decide(Matter matter) {
    Objections.Standing standing = Objections.of(matter);
    if (standing.verdict() == Verdict.MET) {
      return Answer.met(standing.reason());
    }
    List<Participant> participants = matter.recorded().all(Participant.class);
    List<String> agents =
        participants.stream()
            .filter(Participant::initiated)
            .filter(participant -> !participant.isSender())
            .map(Participant::name)
            .toList();
    if (!participants.isEmpty() && agents.isEmpty()) {
      return Answer.notApplicable("Nobody is recorded who acted for the sender.");
    }
    if (standing.verdict() == Verdict.UNDETERMINED) {
      return Answer.open(standing.reason(), List.of(), standing.missing());
    }
    List<Knowledge> known =
        matter.recorded().knowledge(Knowledge.Subject.WITHIN_OBJECTION).stream()
            .filter(knowledge -> agents.contains(knowledge.who()))
            .toList();
    for (Knowledge knowledge : known) {
      if (knowledge.level() != Knowledge.Level.NONE) {
        return Answer.violated(
            knowledge.who()
                + " acted for the sender and knew of the request, or circumstances imply it ("
                + knowledge.source()
                + "). "
                + standing.reason());
      }
    }
    return known.size() == agents.size() && !known.isEmpty()
        ? Answer.met(
            "Those who acted for the sender did not know of the request ("
                + known.get(0).source()
                + "); an injunction needs no knowledge.")
        : Answer.open(
            "The message is late. " + standing.reason(),
            "who acted for the sender, and what it knew of the request");
  }
}
