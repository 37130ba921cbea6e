package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.proffer.law.Span;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.law.canspam.PrimaryPurpose.Value;

/**
 * The primary purpose by the procedure of 16 CFR 316.3: blocks are marked, then their kinds, their
 * order and the subject decide. A message that only pretends to a transaction is not one.
 */
final class Purpose {
  private static final int ENOUGH_TRANSACTION = 4;
  private static final int ENOUGH_CAMPAIGN = 4;
  private final Headers headers;
  private final Sender sender;
  private final Body body;
  private final VisibleText main;
  private final Hits subject;
  private final List<ContentBlocks.Block> blocks;
  private final int offer;
  private final int strongOffers;
  private final int transaction;
  private final int fraud;
  private final int campaign;
  private final int editorial;
  private final int talk;
  private final int subjectOffer;
  private final int subjectTransaction;
  private final boolean bulk;
  private final boolean list;
  private final int doubts;
  private final PrimaryPurpose result;

  Purpose(Headers headers, Sender sender, Body body) {
    this.headers = headers;
    this.sender = sender;
    this.body = body;
    this.main = body.main();
    this.subject = Lexicon.get().read(Homographs.plain(headers.subject()));
    this.blocks = ContentBlocks.of(main);
    Hits hits = main.hits();
    int prices = ContentBlocks.prices(main.text(), 0, main.text().length());
    this.offer = hits.score(Topic.OFFER) + hits.score(Topic.CALL) + 2 * Math.min(4, prices);
    this.strongOffers = hits.strong(Topic.OFFER) + hits.strong(Topic.CALL) + Math.min(4, prices);
    this.transaction = hits.score(Topic.TRANSACTION);
    this.fraud = hits.score(Topic.FRAUD) + subject.score(Topic.FRAUD);
    this.campaign = hits.score(Topic.CAMPAIGN) + subject.score(Topic.CAMPAIGN);
    this.editorial = hits.score(Topic.EDITORIAL) + 2 * subject.score(Topic.EDITORIAL);
    this.talk = hits.score(Topic.TALK);
    this.subjectOffer =
        subject.score(Topic.OFFER)
            + subject.score(Topic.CALL)
            + 2 * ContentBlocks.prices(headers.subject(), 0, headers.subject().length())
            + (headers.subject().indexOf('%') > 0 ? 2 : 0);
    this.subjectTransaction = subject.score(Topic.TRANSACTION);
    this.bulk =
        body.texts().stream().anyMatch(t -> !t.optOutWords().isEmpty())
            || hits.count(Topic.ADVERTISEMENT) > 0;
    this.list = list();
    this.doubts = SenderDoubts.count(headers, sender, body, fraud);
    this.result = decide();
  }

  PrimaryPurpose result() {
    return result;
  }

  /** Whether the words are those of fraud that promotes nothing. */
  boolean isFraud() {
    return fraud >= 8 && fraud > offer / 2;
  }

  /** Weight of the different words of fraud. */
  int fraud() {
    return fraud;
  }

  /** See {@link SenderDoubts}. */
  int doubts() {
    return doubts;
  }

  /** Whether the body shows that it goes to many. */
  boolean isBulk() {
    return bulk;
  }

  Hits subjectHits() {
    return subject;
  }

  /** Whether it came over a mailing list or a group. */
  boolean isList() {
    return list;
  }

  private boolean list() {
    return headers.has("List-Post")
        || headers.has("Mailing-List")
        || headers.has("X-BeenThere")
        || headers.has("X-Mailman-Version")
        || Body.lower(headers.value("Precedence")).equals("list")
        || Body.lower(headers.value("Sender")).contains("-admin@")
        || isAnsweredToList();
  }

  private PrimaryPurpose decide() {
    boolean thread =
        isReply(headers.subject()) && (headers.has("In-Reply-To") || headers.has("References"));
    int strength = offer + 2 * subjectOffer;
    boolean sexual = main.hits().score(Topic.SEXUAL) >= 6;
    boolean answer = list && isReply(headers.subject());
    if ((thread || answer || (list && talk > 0)) && strength < 14 + talk && !sexual) {
      return other("the message is a contribution to a conversation or a mailing list", "CLS-06");
    }
    if (isFraud() && strength < fraud * 2) {
      return other("the words are those of a fraud that promotes no product or service", "CLS-05");
    }
    if (campaign >= 7 && campaign * 2 > offer) {
      return other("the words are those of a campaign or a charity", "CLS-05");
    }
    int commercialLength = length(ContentBlocks.Kind.COMMERCIAL);
    int transactionalLength = length(ContentBlocks.Kind.TRANSACTIONAL);
    boolean transactionFirst =
        !blocks.isEmpty()
            && firstOf(ContentBlocks.Kind.TRANSACTIONAL) <= firstOf(ContentBlocks.Kind.COMMERCIAL);
    if (transaction + 3 * subjectTransaction >= 4
        && transaction * 3 + 3 * subjectTransaction > offer
        && subjectOffer <= subjectTransaction + 1
        && (transaction >= 2 || strongOffers == 0)) {
      if (doubts >= 2 && !isPartner()) {
        return other("the body claims a transaction, but the sender contradicts it", "CLS-05");
      }
      if (commercialLength == 0 || (strongOffers <= 1 && !transactionFirst)) {
        return value(
            Value.TRANSACTIONAL,
            "CLS-04",
            "the words are those of a transaction or relationship, and nothing is promoted",
            ContentBlocks.Kind.TRANSACTIONAL);
      }
      if (transactionFirst) {
        return value(
            Value.TRANSACTIONAL,
            "CLS-02",
            "the transaction stands at the beginning and the subject promises no promotion",
            ContentBlocks.Kind.TRANSACTIONAL);
      }
    }
    int claims =
        subject.score(Topic.ACCOUNT_CLAIM)
            + subject.score(Topic.ORDER_CLAIM)
            + subject.score(Topic.PRIVATE_CLAIM);
    if (claims >= 2
        && doubts >= 2
        && subjectOffer <= 1
        && strength < 12
        && (transaction + fraud > 0 || strongOffers == 0)) {
      return other(
          "the subject claims an account, an order or a document, but the sender contradicts it",
          "CLS-05");
    }
    if (claims >= 2 && doubts == 0 && subjectOffer == 0 && strongOffers == 0 && strength < 6) {
      return value(
          Value.TRANSACTIONAL,
          "CLS-04",
          "the subject speaks of an account or order, and nothing contradicts the sender",
          ContentBlocks.Kind.TRANSACTIONAL);
    }
    int total = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
    String branch =
        transactionalLength > commercialLength
                || (transactionalLength > 0 && transaction >= ENOUGH_TRANSACTION)
            ? "CLS-02"
            : commercialLength * 10 >= total * 8 ? "CLS-01" : "CLS-03";
    if (subjectOffer >= 2 && strength >= 5 && !(thread || (list && talk > 3))) {
      return value(
          Value.COMMERCIAL,
          branch,
          "the subject and the body speak of an offer",
          ContentBlocks.Kind.COMMERCIAL);
    }
    if (subjectOffer >= 2 && claims == 0 && body.isBare() && !thread && !list) {
      return value(
          Value.COMMERCIAL,
          branch,
          "the subject speaks of an offer, the body says nothing in words",
          ContentBlocks.Kind.COMMERCIAL);
    }
    if (sexual) {
      return value(
          Value.COMMERCIAL,
          branch,
          "the body is sexually oriented advertising",
          ContentBlocks.Kind.COMMERCIAL);
    }
    if (main.hits().score(Topic.SECURITIES) >= 6 && !thread && !list) {
      return value(
          Value.COMMERCIAL,
          branch,
          "the body recommends that a security be bought",
          ContentBlocks.Kind.COMMERCIAL);
    }
    boolean articles =
        subjectOffer == 0 && editorial >= 8 && editorial >= strongOffers && offer < editorial * 4;
    if (strength >= 10
        && editorial * 3 < offer * 2
        && (campaign < 5 || campaign * 4 < offer)
        && !articles) {
      return value(
          Value.COMMERCIAL,
          branch,
          "the body speaks of offers at its beginning or for most of its length",
          ContentBlocks.Kind.COMMERCIAL);
    }
    if (strength >= 6 && editorial < 6 && talk < 4 && campaign < 5) {
      return value(
          Value.COMMERCIAL, "CLS-03", "the body speaks of an offer", ContentBlocks.Kind.COMMERCIAL);
    }
    boolean contents =
        editorial >= 8
            || campaign >= 5
            || talk >= 4
            || thread
            || list
            || isReply(headers.subject());
    boolean publicBody =
        Domains.isPublic(sender.domain()) || (sender.domain().endsWith(".org") && strongOffers < 3);
    if (bulk
        && !contents
        && !publicBody
        && fraud < 4
        && transaction * 2 <= Math.max(offer, 1) + 1
        && !main.links().isEmpty()
        && main.text().length() < 3000) {
      return value(
          Value.COMMERCIAL,
          "CLS-03",
          "the message goes to many, offers a way to decline, leads to a web site and holds nothing else",
          ContentBlocks.Kind.COMMERCIAL);
    }
    int signature = ContentBlocks.signature(main);
    boolean merePointer =
        main.links().stream()
                .anyMatch(
                    link -> link.start() < signature && !Domains.ofUrl(link.target()).isEmpty())
            && ContentBlocks.addressed(main) < 400
            && headers.subject().length() > 3;
    if (merePointer
        && sender.domain().indexOf('.') > 0
        && !contents
        && !publicBody
        && claims == 0
        && fraud < 3
        && transaction < 3
        && doubts >= 1
        && (!sender.free() || body.isImageOnly())) {
      return value(
          Value.COMMERCIAL,
          "CLS-03",
          "the body holds little but a way to a web site, and the sender is not known by name",
          ContentBlocks.Kind.COMMERCIAL);
    }
    if (!isReadable() && claims == 0 && fraud == 0 && doubts < 2 && !contents) {
      return value(
          Value.UNDETERMINED,
          "CLS-06",
          "nothing in the body can be read and judged, and the subject does not decide",
          ContentBlocks.Kind.OTHER);
    }
    if (campaign >= ENOUGH_CAMPAIGN && campaign > strength) {
      return other("the words are those of a campaign or a charity", "CLS-05");
    }
    if (!thread && !list && doubts < 2 && isSponsored(strength)) {
      return value(
          Value.UNDETERMINED,
          "CLS-03",
          "a sponsor's paragraph stands after other content, and the net impression is not decided",
          ContentBlocks.Kind.OTHER);
    }
    return other("most of the body speaks neither of an offer nor of a transaction", "CLS-06");
  }

  /**
   * Whether most is other content, and a paragraph of promotion that is said to be paid follows.
   */
  private boolean isSponsored(int strength) {
    int at = ContentBlocks.sponsor(main);
    return at > 0 && strength + talk < 6 && main.firstLinkFrom(at) < main.links().size();
  }

  /** Whether there are words, and of a language whose words are known. */
  private boolean isReadable() {
    return !body.isImageOnly() && !main.text().isBlank() && Language.of(body).isJudged();
  }

  /** Whether answers go to the address the message went to, as on a mailing list. */
  private boolean isAnsweredToList() {
    String reply = Body.lower(headers.value("Reply-To"));
    String to = Body.lower(headers.value("To"));
    int at = reply.lastIndexOf('@');
    if (at <= 0 || to.indexOf('@') != to.lastIndexOf('@')) {
      return false;
    }
    String address = reply.substring(Math.max(reply.lastIndexOf('<'), reply.lastIndexOf(' ')) + 1);
    String bare = address.replace(">", "").strip();
    return !bare.isEmpty() && to.contains(bare) && !headers.from().address().equals(bare);
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
    return sender.aligned() && !sender.mayBeBrand() && fraud < 3;
  }

  private int firstOf(ContentBlocks.Kind kind) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).kind() == kind) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private PrimaryPurpose other(String because, String branch) {
    return value(Value.OTHER, branch, because, ContentBlocks.Kind.OTHER);
  }

  private PrimaryPurpose value(
      Value value, String branch, String because, ContentBlocks.Kind kind) {
    List<Span> spans = new ArrayList<>();
    if (!headers.subject().isEmpty()) {
      spans.add(headers.span("Subject"));
    }
    for (ContentBlocks.Block block : blocks) {
      if (block.kind() == kind) {
        spans.add(main.span(block.start(), Math.min(block.end(), block.start() + 160)));
        break;
      }
    }
    List<String> flips = new ArrayList<>();
    switch (value) {
      case COMMERCIAL -> {
        flips.add("a subject without promotion and the other content at the beginning");
        flips.add("a record of a transaction that the message confirms");
      }
      case TRANSACTIONAL -> {
        flips.add("a subject that promises promotion (16 CFR 316.3(a)(2)(i))");
        flips.add("promotion before the transaction (16 CFR 316.3(a)(2)(ii))");
        flips.add("no record of the transaction or relationship");
      }
      default -> flips.add("a subject or body whose net impression is promotion");
    }
    return new PrimaryPurpose(value, branch, List.of(because), flips, spans);
  }

  static boolean isReply(String subject) {
    String s = Homographs.plain(subject).strip().toLowerCase(Locale.ROOT);
    if (s.startsWith("[") && s.indexOf(']') > 0) {
      s = s.substring(s.indexOf(']') + 1).strip();
    }
    int letter = 0;
    while (letter < s.length() && !Character.isLetter(s.charAt(letter))) {
      letter++;
    }
    s = s.substring(letter);
    return s.startsWith("re:")
        || s.startsWith("re[")
        || s.startsWith("re-")
        || s.startsWith("re :")
        || s.startsWith("fw:")
        || s.startsWith("fwd:")
        || s.startsWith("aw:")
        || s.startsWith("enc:")
        || s.startsWith("rv:")
        || s.startsWith("tr:");
  }
}
