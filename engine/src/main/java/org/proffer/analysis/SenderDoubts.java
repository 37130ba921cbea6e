package org.proffer.analysis;

import java.util.HashMap;
import java.util.Map;

/** How much speaks against the sender being one who has dealings with the recipient. */
final class SenderDoubts {
  private static final int SEVERAL = 3;
  private static final int MOST_LINKS = 200;

  private SenderDoubts() {}

  /** The number of doubts; two and more contradict a claim of an account or order. */
  static int count(Headers headers, Sender sender, Body body, int fraud) {
    boolean known = isKnown(sender);
    boolean named = sender.aligned() || isNamedIn(body, sender.domain());
    int doubts = sender.mayBeBrand() ? 0 : 2;
    doubts += !known && imitates(sender.domain()) ? 2 : 0;
    doubts += !known && sender.brand() == null && speaksAs(body) ? 1 : 0;
    doubts += fraud >= 8 ? 2 : fraud >= 3 ? 1 : 0;
    doubts += sender.free() ? 1 : 0;
    doubts += !known && !named && !sender.free() ? 1 : 0;
    doubts += !known && !named && isStrangersMailbox(headers, sender) ? 1 : 0;
    doubts += recipients(headers) > SEVERAL ? 1 : 0;
    doubts += !known && leadsElsewhere(sender, body) ? 1 : 0;
    doubts += answersElsewhere(headers, sender) ? 1 : 0;
    return doubts;
  }

  private static boolean isKnown(Sender sender) {
    return (Brands.get().isOwned(sender.domain()) && !sender.free())
        || Domains.isDeliverer(sender.domain())
        || Domains.isPublic(sender.domain());
  }

  private static boolean imitates(String domain) {
    String name = Domains.name(domain);
    return Brands.get().imitatedBy(name) != null || Brands.get().heldBy(name) != null;
  }

  /** Whether the beginning or the end of the body speaks of one known name again and again. */
  private static boolean speaksAs(Body body) {
    String text = body.main().text();
    int length = text.length();
    String ends =
        length <= 2500 ? text : text.substring(0, 1500) + ' ' + text.substring(length - 1000);
    Map<String, Integer> named = new HashMap<>();
    for (Brands.Brand brand : Brands.get().allIn(Sender.words(ends))) {
      if (!brand.common() && named.merge(brand.name(), 1, Integer::sum) >= 2) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedIn(Body body, String domain) {
    String name = Domains.name(domain).replace("-", "");
    String text = body.main().text();
    return name.length() >= 4
        && Sender.words(text.substring(0, Math.min(text.length(), 4000)))
            .replace(" ", "")
            .contains(name);
  }

  /** Whether a person's name stands before an address of somebody else's. */
  private static boolean isStrangersMailbox(Headers headers, Sender sender) {
    String local = Body.lower(headers.from().localPart());
    return sender.words().indexOf(' ') > 0
        && local.length() >= 5
        && !Sender.sharesName(sender.words(), local)
        && !FromImpersonation.isRole(local);
  }

  private static int recipients(Headers headers) {
    return (int) headers.value("To").chars().filter(c -> c == '@').count();
  }

  /** Whether answers go to a domain that neither the name nor the address bears out. */
  private static boolean answersElsewhere(Headers headers, Sender sender) {
    String reply = Domains.registered(headers.domainOf("Reply-To"));
    return reply.indexOf('.') > 0
        && !reply.equals(Domains.registered(sender.domain()))
        && !headers.value("To").contains(reply)
        && !Domains.isDeliverer(reply)
        && !isRelated(Domains.name(reply), Domains.name(sender.domain()))
        && !sender.words().replace(" ", "").contains(Domains.name(reply));
  }

  /** Whether no link of the body leads to the sender's domain or its deliverer's. */
  private static boolean leadsElsewhere(Sender sender, Body body) {
    int links = 0;
    String own = Domains.registered(sender.domain());
    for (VisibleText.Link link : body.main().links()) {
      String domain = Domains.ofUrl(link.target());
      if (domain.isEmpty()) {
        continue;
      }
      links++;
      if (Domains.registered(domain).equals(own)
          || Domains.isDeliverer(domain)
          || isRelated(Domains.name(domain), Domains.name(own))
          || links > MOST_LINKS) {
        return false;
      }
    }
    return links > 0;
  }

  private static boolean isRelated(String a, String b) {
    return a.contains(b) || (b.length() > a.length() && a.length() >= 5 && b.contains(a));
  }
}
