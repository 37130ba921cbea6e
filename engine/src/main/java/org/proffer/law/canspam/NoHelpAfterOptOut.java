package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Assistance;
import org.proffer.law.canspam.recorded.Complete;

/**
 * Nobody provides or selects addresses for a message that it knows to be within a request.
 *
 * <p>Source: 15 U.S.C. 7704(a)(4)(A)(iii). The count is that of SUP-01; knowledge is recorded.
 */
final class NoHelpAfterOptOut implements CanSpamRule {
  @Override
  public String id() {
    return "SUP-03";
  }

  @Override
  public Answer decide(Matter matter) {
    Objections.Standing standing = Objections.of(matter);
    if (standing.verdict() == Verdict.MET) {
      return Answer.met(standing.reason());
    }
    List<Assistance> help = matter.recorded().all(Assistance.class);
    for (Assistance one : help) {
      if (one.knewOfRequest() && standing.verdict() == Verdict.VIOLATED) {
        return Answer.violated(
            one.by()
                + " provided or selected addresses knowing of the request ("
                + one.source()
                + ").");
      }
    }
    boolean nobodyKnew = !help.isEmpty() && help.stream().noneMatch(Assistance::knewOfRequest);
    if (nobodyKnew || (matter.recorded().complete(Complete.Records.ASSISTANCE) && help.isEmpty())) {
      return Answer.met("Nobody who knew of a request provided or selected addresses.");
    }
    List<String> missing = new ArrayList<>(standing.missing());
    if (help.isEmpty()) {
      missing.add("who provided or selected the addresses, and what it knew of the request");
    }
    return Answer.open("Where the addresses came from is not recorded.", List.of(), missing);
  }
}
