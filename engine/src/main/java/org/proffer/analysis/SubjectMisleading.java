package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.canspam.Observation;
import org.proffer.law.canspam.PrimaryPurpose;

/**
 * Signs that the subject misleads about the contents: an indicator for 15 U.S.C. 7704(a)(2), which
 * asks what the sender knew and what a reasonable recipient would take as material.
 */
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
    int doubts = purpose.doubts() + (from.isPresent() && sender.mayBeBrand() ? 2 : 0);
    boolean doubted = doubts >= (value == PrimaryPurpose.Value.TRANSACTIONAL ? 3 : 2);
    boolean list =
        (headers.has("List-Id") || headers.has("List-Post") || purpose.isList())
            && !from.isPresent()
            && !purpose.isFraud();
    if (Purpose.isReply(subject)
        && !thread
        && !list
        && (commercial || doubted || purpose.isFraud())) {
      because.add("RE_WITHOUT_THREAD: marked as an answer, but it answers nothing");
    }
    if (!(thread && !from.isPresent()) && !list) {
      if (doubted) {
        boolean weak = from.isPresent() || !commercial;
        claim(words, Topic.ACCOUNT_CLAIM, weak, "an account", because);
        claim(words, Topic.ORDER_CLAIM, weak, "an order or payment", because);
        claim(words, Topic.PRIVATE_CLAIM, weak, "a private message", because);
      } else if (sender.free()
          && !thread
          && words.score(Topic.ORDER_CLAIM) >= 3
          && value != PrimaryPurpose.Value.COMMERCIAL) {
        because.add("FALSE_CLAIM: speaks of an order or payment, comes from a free address");
      }
      int prize = words.score(Topic.PRIZE_CLAIM);
      if ((from.isPresent() && prize >= 1) || (doubted && prize >= 2)) {
        because.add("FAKE_PRIZE: promises a prize or payout that the sender contradicts");
      }
      if (commercial
          && because.isEmpty()
          && words.score(Topic.OFFER) + words.score(Topic.CALL) == 0
          && words.score(Topic.ACCOUNT_CLAIM) + words.score(Topic.ORDER_CLAIM) >= 2
          && body.main().hits().score(Topic.TRANSACTION) < 3) {
        because.add("SUBJECT_BODY_MISMATCH: speaks of an account or order, the body advertises");
      }
      if (commercial && isGreeting(Sender.words(subject))) {
        because.add("SUBJECT_BODY_MISMATCH: reads as a personal greeting, the body advertises");
      }
    }
    if (because.isEmpty()) {
      return Observation.absent("nothing in the subject contradicts the contents");
    }
    return Observation.present(List.of(headers.span("Subject")), because.toArray(String[]::new));
  }

  /** A single word that may mean something else counts only where {@code weak} words do. */
  private static void claim(
      Hits words, Topic topic, boolean weak, String what, List<String> because) {
    boolean promotes = words.score(Topic.OFFER) + words.score(Topic.CALL) > 0;
    if (words.score(topic) >= 2 || (weak && words.score(topic) == 1 && !promotes)) {
      because.add("FALSE_CLAIM: speaks of " + what + ", the sender contradicts it");
    }
  }

  private static boolean isGreeting(String subject) {
    String words = subject.replaceAll("[0-9]{1,12}", "").strip();
    return switch (words) {
      case "hi",
          "hey",
          "hello",
          "hi there",
          "hey there",
          "hello there",
          "hi friend",
          "hello friend",
          "how are you",
          "whats up",
          "its me",
          "remember me",
          "long time no see",
          "miss you",
          "from a friend",
          "as promised",
          "message for you",
          "a message for you",
          "i want to be with you",
          "call me",
          "call me back",
          "can we talk",
          "nachricht fur dich",
          "nachricht f\u00fcr dich",
          "ein neues profil f\u00fcr dich",
          "un message pour vous",
          "un message pour toi",
          "mensaje para ti",
          "thank you",
          "thanks" ->
          true;
      default -> false;
    };
  }
}
