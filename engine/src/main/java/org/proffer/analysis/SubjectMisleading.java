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
    Weights weights = purpose.weights();
    Correspondence mail = purpose.mail();
    List<String> because = new ArrayList<>();
    boolean list =
        (mail.list() || (headers.has("List-Id") && purpose.doubts() < 2))
            && !from.isPresent()
            && !weights.isFraud();
    if (!list) {
      PrimaryPurpose.Value value = purpose.result().value();
      int doubts = purpose.doubts() + (from.isPresent() && sender.mayBeBrand() ? 2 : 0);
      boolean doubted = doubts >= (value == PrimaryPurpose.Value.TRANSACTIONAL ? 3 : 2);
      boolean commercial = value == PrimaryPurpose.Value.COMMERCIAL;
      if (mail.reply() && !mail.answers() && (commercial || doubted || weights.isFraud())) {
        because.add("RE_WITHOUT_THREAD: marked as an answer, but it answers nothing");
      }
      if (!mail.thread() || from.isPresent() || weights.isFraud()) {
        claims(sender, purpose, doubted ? 2 : doubts, because);
        prize(weights, from, doubted, because);
        name(headers, sender, purpose, because);
        if (commercial) {
          mismatch(headers, body, weights, because);
        }
      }
    }
    if (because.isEmpty()) {
      return Observation.absent("nothing in the subject contradicts the contents");
    }
    return Observation.present(List.of(headers.span("Subject")), because.toArray(String[]::new));
  }

  /** Claims of an account, an order or a private message that the sender contradicts. */
  private static void claims(Sender sender, Purpose purpose, int doubts, List<String> because) {
    Weights weights = purpose.weights();
    if (doubts >= 2) {
      claim(weights, Topic.ACCOUNT_CLAIM, "an account", because);
      claim(weights, Topic.ORDER_CLAIM, "an order or payment", because);
      claim(weights, Topic.PRIVATE_CLAIM, "a private message", because);
    } else if (doubts == 1
        && weights.claims() >= 2
        && !sender.aligned()
        && purpose.result().value() == PrimaryPurpose.Value.OTHER) {
      because.add("FALSE_CLAIM: speaks of dealings with a sender that the body does not bear out");
    }
  }

  /** A single word that may mean something else counts only where nothing is promoted. */
  private static void claim(Weights weights, Topic topic, String what, List<String> because) {
    int score = weights.subject().score(topic);
    if (score >= 2 || (score == 1 && weights.subjectOffer() == 0)) {
      because.add("FALSE_CLAIM: speaks of " + what + ", the sender contradicts it");
    }
  }

  private static void prize(
      Weights weights, Observation from, boolean doubted, List<String> because) {
    int prize = weights.subject().score(Topic.PRIZE_CLAIM);
    if ((from.isPresent() && prize >= 1)
        || (doubted && prize >= 2)
        || (doubted && prize == 1 && weights.subjectOffer() < 2)) {
      because.add("FAKE_PRIZE: promises a prize or payout that the sender contradicts");
    }
  }

  /** A message that promotes nothing and is written in the name of somebody else. */
  private static void name(Headers headers, Sender sender, Purpose purpose, List<String> because) {
    if (because.isEmpty()
        && !headers.subject().isBlank()
        && sender.brand() != null
        && !sender.mayBeBrand()
        && !sender.isPartner()
        && purpose.result().value() == PrimaryPurpose.Value.OTHER) {
      because.add("FALSE_NAME: a matter of " + sender.brand().name() + ", which did not send it");
    }
  }

  /** An advertisement under a subject that speaks of something else. */
  private static void mismatch(Headers headers, Body body, Weights weights, List<String> because) {
    Hits words = weights.subject();
    if (because.isEmpty()
        && words.score(Topic.OFFER) + words.score(Topic.CALL) == 0
        && words.score(Topic.ACCOUNT_CLAIM) + words.score(Topic.ORDER_CLAIM) >= 2
        && body.main().hits().score(Topic.TRANSACTION) < 3) {
      because.add("SUBJECT_BODY_MISMATCH: speaks of an account or order, the body advertises");
    }
    if (isGreeting(Sender.words(headers.subject()))) {
      because.add("SUBJECT_BODY_MISMATCH: reads as a personal greeting, the body advertises");
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
