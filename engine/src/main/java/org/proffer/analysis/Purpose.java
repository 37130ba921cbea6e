package org.proffer.analysis;

import java.util.List;
import java.util.Optional;
import org.proffer.law.canspam.PrimaryPurpose;

/**
 * The primary purpose by the procedure of 16 CFR 316.3: blocks are marked, then their kinds, their
 * order and the subject decide. A message that only pretends to a transaction is not one.
 */
final class Purpose {
  private final Headers headers;
  private final Sender sender;
  private final Body body;
  private final VisibleText main;
  private final Weights weights;
  private final Correspondence mail;
  private final List<ContentBlocks.Block> blocks;
  private final PurposeAnswer answer;
  private final int doubts;
  private final boolean bulk;
  private final PrimaryPurpose result;

  Purpose(Headers headers, Sender sender, Body body) {
    this.headers = headers;
    this.sender = sender;
    this.body = body;
    this.main = body.main();
    this.weights = new Weights(headers.subject(), main);
    this.mail = Correspondence.of(headers);
    this.blocks = ContentBlocks.of(main);
    this.answer = new PurposeAnswer(headers, main, blocks);
    this.doubts = SenderDoubts.count(headers, sender, body, weights.fraud());
    this.bulk =
        body.texts().stream().anyMatch(t -> !t.optOutWords().isEmpty())
            || main.hits().count(Topic.ADVERTISEMENT) > 0;
    this.result =
        conversation()
            .or(this::fraud)
            .or(this::campaign)
            .or(this::transaction)
            .or(this::pretence)
            .or(this::relationship)
            .or(this::promotion)
            .or(this::mailing)
            .or(this::pointer)
            .or(this::contested)
            .orElseGet(
                () ->
                    answer.other(
                        "CLS-06",
                        "most of the body speaks neither of an offer nor of a transaction"));
  }

  PrimaryPurpose result() {
    return result;
  }

  Weights weights() {
    return weights;
  }

  Correspondence mail() {
    return mail;
  }

  /** See {@link SenderDoubts}. */
  int doubts() {
    return doubts;
  }

  /** Whether the body shows that it goes to many. */
  boolean isBulk() {
    return bulk;
  }

  private Optional<PrimaryPurpose> conversation() {
    boolean spoken =
        mail.thread() || (mail.list() && mail.reply()) || (mail.list() && weights.talk() > 0);
    return spoken && weights.promotion() < 14 + weights.talk() && !weights.isSexual()
        ? Optional.of(
            answer.other(
                "CLS-06", "the message is a contribution to a conversation or a mailing list"))
        : Optional.empty();
  }

  private Optional<PrimaryPurpose> fraud() {
    return weights.isFraud() && weights.promotion() < weights.fraud() * 2
        ? Optional.of(
            answer.other(
                "CLS-05", "the words are those of a fraud that promotes no product or service"))
        : Optional.empty();
  }

  private Optional<PrimaryPurpose> campaign() {
    return weights.campaign() >= 7 && weights.campaign() * 2 > weights.offer()
        ? Optional.of(answer.other("CLS-05", "the words are those of a campaign or a charity"))
        : Optional.empty();
  }

  /** 16 CFR 316.3(a)(2) and (b), where the words are those of a transaction. */
  private Optional<PrimaryPurpose> transaction() {
    int said = weights.transaction() + 3 * weights.subjectTransaction();
    if (said < 4
        || said + 2 * weights.transaction() <= weights.offer()
        || weights.subjectOffer() > weights.subjectTransaction() + 1
        || (weights.transaction() < 2 && weights.strongOffers() > 0)) {
      return Optional.empty();
    }
    if (doubts >= 2 && !isPartner()) {
      return Optional.of(
          answer.other("CLS-05", "the body claims a transaction, but the sender contradicts it"));
    }
    boolean first =
        !blocks.isEmpty()
            && firstOf(ContentBlocks.Kind.TRANSACTIONAL) <= firstOf(ContentBlocks.Kind.COMMERCIAL);
    if (length(ContentBlocks.Kind.COMMERCIAL) == 0 || (weights.strongOffers() <= 1 && !first)) {
      return Optional.of(
          answer.transactional(
              "CLS-04",
              "the words are those of a transaction or relationship, and nothing is promoted"));
    }
    return first
        ? Optional.of(
            answer.transactional(
                "CLS-02",
                "the transaction stands at the beginning and the subject promises no promotion"))
        : Optional.empty();
  }

  private Optional<PrimaryPurpose> pretence() {
    return weights.claims() >= 2
            && doubts >= 2
            && weights.subjectOffer() <= 1
            && weights.promotion() < 12
            && (weights.transaction() + weights.fraud() > 0 || weights.strongOffers() == 0)
        ? Optional.of(
            answer.other(
                "CLS-05",
                "the subject claims an account, an order or a document, but the sender contradicts"
                    + " it"))
        : Optional.empty();
  }

  private Optional<PrimaryPurpose> relationship() {
    return weights.claims() >= 2
            && doubts == 0
            && weights.strongOffers() == 0
            && weights.subjectOffer() == 0
            && weights.promotion() < 6
        ? Optional.of(
            answer.transactional(
                "CLS-04",
                "the subject speaks of an account or order, and nothing contradicts the sender"))
        : Optional.empty();
  }

  /** 16 CFR 316.3(a)(1) and (3), where the words are those of an offer. */
  private Optional<PrimaryPurpose> promotion() {
    String why = whyPromotion();
    return why.isEmpty() ? Optional.empty() : Optional.of(answer.commercial(branch(), why));
  }

  private String whyPromotion() {
    int promotion = weights.promotion();
    boolean toMany = !mail.thread() && !mail.list();
    boolean subjectPromotes = weights.subjectOffer() >= 2;
    if (subjectPromotes
        && promotion >= 5
        && !mail.thread()
        && !(mail.list() && weights.talk() > 3)) {
      return "the subject and the body speak of an offer";
    }
    if (subjectPromotes && weights.claims() == 0 && body.isBare() && toMany) {
      return "the subject speaks of an offer, the body says nothing in words";
    }
    if (weights.isSexual()) {
      return "the body is sexually oriented advertising";
    }
    if (weights.isTouting() && toMany) {
      return "the body recommends that a security be bought";
    }
    if (promotion >= 10
        && weights.editorial() * 3 < weights.offer() * 2
        && (weights.campaign() < 5 || weights.campaign() * 4 < weights.offer())
        && !isArticles()) {
      return "the body speaks of offers at its beginning or for most of its length";
    }
    if (promotion >= 6 && weights.editorial() < 6 && weights.talk() < 4 && weights.campaign() < 5) {
      return "the body speaks of an offer";
    }
    return "";
  }

  /** The paragraph of 16 CFR 316.3(a) that the kinds of the blocks call for. */
  private String branch() {
    int commercial = length(ContentBlocks.Kind.COMMERCIAL);
    int transactional = length(ContentBlocks.Kind.TRANSACTIONAL);
    if (transactional > commercial || (transactional > 0 && weights.transaction() >= 4)) {
      return "CLS-02";
    }
    int total = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
    return commercial * 10 >= total * 8 ? "CLS-01" : "CLS-03";
  }

  private Optional<PrimaryPurpose> mailing() {
    return bulk
            && !isContent()
            && !isPublicBody()
            && weights.fraud() < 4
            && (weights.claims() == 0 || doubts < 2 || weights.promotion() >= 4)
            && weights.transaction() * 2 <= Math.max(weights.offer(), 1) + 1
            && !main.links().isEmpty()
            && main.text().length() < 3000
        ? Optional.of(
            answer.commercial(
                "CLS-03",
                "the message goes to many, offers a way to decline, leads to a web site and holds"
                    + " nothing else"))
        : Optional.empty();
  }

  private Optional<PrimaryPurpose> pointer() {
    return isMerePointer()
            && sender.domain().indexOf('.') > 0
            && !isContent()
            && !isPublicBody()
            && weights.claims() == 0
            && weights.fraud() < 3
            && weights.transaction() < 3
            && doubts >= 1
            && (!sender.free() || body.isImageOnly())
        ? Optional.of(
            answer.commercial(
                "CLS-03",
                "the body holds little but a way to a web site, and the sender is not known by"
                    + " name"))
        : Optional.empty();
  }

  private Optional<PrimaryPurpose> contested() {
    if (!isReadable()
        && weights.claims() == 0
        && weights.fraud() == 0
        && doubts < 2
        && !isContent()) {
      return Optional.of(
          answer.contested(
              "CLS-06",
              "nothing in the body can be read and judged, and the subject does not decide"));
    }
    if (weights.campaign() >= 4 && weights.campaign() > weights.promotion()) {
      return Optional.of(answer.other("CLS-05", "the words are those of a campaign or a charity"));
    }
    return !mail.thread() && !mail.list() && doubts < 2 && isSponsored()
        ? Optional.of(
            answer.contested(
                "CLS-03",
                "a sponsor's paragraph stands after other content, and the net impression is not"
                    + " decided"))
        : Optional.empty();
  }

  private boolean isArticles() {
    return weights.subjectOffer() == 0
        && weights.editorial() >= 8
        && weights.editorial() >= weights.strongOffers()
        && weights.offer() < weights.editorial() * 4;
  }

  /** Whether there is other content: articles, a campaign, talk, an answer. */
  private boolean isContent() {
    return weights.editorial() >= 8
        || weights.campaign() >= 5
        || weights.talk() >= 4
        || mail.list()
        || mail.reply();
  }

  private boolean isPublicBody() {
    return Domains.isPublic(sender.domain())
        || (sender.domain().endsWith(".org") && weights.strongOffers() < 3);
  }

  /** Whether the body holds little but a way to a web site, above any signature. */
  private boolean isMerePointer() {
    int signature = ContentBlocks.signature(main);
    return main.links().stream()
            .anyMatch(link -> link.start() < signature && !Domains.ofUrl(link.target()).isEmpty())
        && ContentBlocks.addressed(main) < 400
        && headers.subject().length() > 3;
  }

  /**
   * Whether most is other content, and a paragraph of promotion that is said to be paid follows.
   */
  private boolean isSponsored() {
    int at = ContentBlocks.sponsor(main);
    return at > 0
        && weights.promotion() + weights.talk() < 6
        && main.firstLinkFrom(at) < main.links().size();
  }

  /** Whether there are words, and of a language whose words are known. */
  private boolean isReadable() {
    return !body.isImageOnly() && !main.text().isBlank() && Language.of(body).isJudged();
  }

  private int length(ContentBlocks.Kind kind) {
    int length = 0;
    for (ContentBlocks.Block block : blocks) {
      length += block.kind() == kind ? block.end() - block.start() : 0;
    }
    return length;
  }

  /** Whether the name claims a brand beside the sender's own, as a card of two companies does. */
  private boolean isPartner() {
    return sender.aligned() && !sender.mayBeBrand() && weights.fraud() < 3;
  }

  private int firstOf(ContentBlocks.Kind kind) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).kind() == kind) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }
}
