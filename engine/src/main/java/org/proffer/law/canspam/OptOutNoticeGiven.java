package org.proffer.law.canspam;

import java.util.Optional;
import org.proffer.law.canspam.recorded.Judgement;

/**
 * The message tells the recipient that further mail can be declined.
 *
 * <p>Source: 15 U.S.C. 7704(a)(5)(A)(ii). Absence is objective and violates; consent is no defence.
 * Not decided here: whether the notice is clear and conspicuous (a recorded judgement decides it).
 */
final class OptOutNoticeGiven implements CanSpamRule {
  @Override
  public String id() {
    return "DIS-02";
  }

  @Override
  public Answer decide(Matter matter) {
    Observation notice = matter.facts().optOutNotice();
    if (notice.isPresent()) {
      Optional<Judgement> judged = matter.recorded().judged(Judgement.Question.NOTICE_SHOWN);
      if (judged.isPresent() && !judged.get().yes()) {
        return Answer.violated(
            "The notice is not clear and conspicuous, says "
                + judged.get().by()
                + " ("
                + judged.get().source()
                + ").",
            notice.spans());
      }
      return Answer.met(
          "The body says that further mail can be declined; how clearly is for a reviewer.",
          notice.spans());
    }
    return notice.isAbsent()
        ? Answer.violated(
            "No text of the message says that further mail can be declined.", notice.spans())
        : Answer.notJudged("A notice of the opportunity to decline", notice);
  }
}
