package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.canspam.Observation;
import org.proffer.law.canspam.PrimaryPurpose;

/**
 * Signs that the subject misleads about the contents: an indicator for 15 U.S.C. 7704(a)(2), which
 * asks what the sender knew and what a reasonable recipient would take as material.
 */
@SuppressWarnings("OperatorPrecedence")
final class SubjectMisleading {
  private SubjectMisleading() {}

  static Observation find(
      Headers headers, Sender sender, Body body, Purpose purpose, Observation from) {
    String subject = headers.subject();
    Hits words = purpose.subjectHits();
    List<String> because = new ArrayList<>();
    boolean thread = headers.has("In-Reply-To") || headers.has("References");
    PrimaryPurpose.Value value = purpose.result().value();
    boolean commercial = value == PrimaryPurpose.Value.COMMERCIAL;
    boolean suspicious =
        from.isPresent() || purpose.isFraud() || sender.free() && !sender.words().isEmpty();
    if (Purpose.isReply(subject) && !thread && (commercial || suspicious)) {
      because.add("RE_WITHOUT_THREAD: marked as an answer, but it answers nothing");
    }
    boolean genuine = value == PrimaryPurpose.Value.TRANSACTIONAL || thread && !suspicious;
    if (!genuine) {
      claim(words, Topic.ACCOUNT_CLAIM, 2, suspicious, commercial, because, "an account");
      claim(words, Topic.ORDER_CLAIM, 1, suspicious, commercial, because, "an order or payment");
      claim(words, Topic.PRIVATE_CLAIM, 1, suspicious, false, because, "a private message");
      if (from.isPresent() && words.count(Topic.PRIZE_CLAIM) >= 1
          || suspicious && words.count(Topic.PRIZE_CLAIM) >= 2) {
        because.add("FAKE_PRIZE: promises a prize or payout in another's name");
      }
    }
    if (because.isEmpty()) {
      return Observation.absent("nothing in the subject contradicts the contents");
    }
    return Observation.present(List.of(headers.span("Subject")), because.toArray(String[]::new));
  }

  private static void claim(
      Hits words,
      Topic topic,
      int enough,
      boolean suspicious,
      boolean commercial,
      List<String> because,
      String what) {
    int count = words.count(topic);
    if (suspicious && count >= 1) {
      because.add("FALSE_CLAIM: speaks of " + what + ", the sender contradicts it");
    } else if (commercial && count > enough && words.score(Topic.OFFER) == 0) {
      because.add("SUBJECT_BODY_MISMATCH: speaks of " + what + ", the body advertises");
    }
  }
}
