package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * What the display name claims to be that the address is not: a known name, a domain, an office.
 */
final class NameClaims {
  private static final List<String> AUTHORITIES =
      List.of(
          "bank",
          "lottery",
          "ministry",
          "united nations",
          "world bank",
          "fbi",
          "irs",
          "interpol",
          "foundation",
          "federal",
          "customs",
          "tax",
          "embassy",
          "webmail",
          "mail admin",
          "administrator",
          "it support",
          "help desk",
          "helpdesk",
          "account team",
          "security team",
          "postal",
          "courier");

  private NameClaims() {}

  static void find(
      Headers headers, Sender sender, Body body, Weights weights, List<String> because) {
    brand(headers, sender, body, because);
    if (Homographs.isMixed(headers.from().displayName())) {
      because.add("the name mixes letters of two scripts that look alike");
    }
    lookAlike(sender.domain(), weights.subject(), because);
    shownDomain(headers.from().displayName(), sender, body, because);
    if (weights.isFraud() ? !sender.aligned() || sender.free() : sender.free()) {
      office(sender.words(), because);
    }
  }

  private static void lookAlike(String domain, Hits subject, List<String> because) {
    Brands.Brand imitated =
        Brands.get().isOwned(domain) ? null : Brands.get().imitatedBy(Domains.name(domain));
    if (imitated != null && !imitated.owns(domain)) {
      because.add("the domain " + domain + " looks like " + imitated.name());
    }
    Brands.Brand held = Brands.get().heldBy(Domains.name(domain));
    if (imitated == null
        && held != null
        && !held.owns(domain)
        && subject.score(Topic.ACCOUNT_CLAIM) + subject.score(Topic.ORDER_CLAIM) > 0) {
      because.add("the domain " + domain + " holds the name " + held.name());
    }
  }

  private static void shownDomain(String display, Sender sender, Body body, List<String> because) {
    String domain = sender.domain();
    String named = domainIn(display);
    boolean office = Lexicon.get().read(sender.words()).count(Topic.OFFICE) > 0;
    if (!named.isEmpty()
        && (sender.free() || office || Brands.get().isOwned(named))
        && !Domains.registered(named).equals(Domains.registered(domain))) {
      because.add("the name shows " + named + ", the address is at " + domain);
    }
    String address = Headers.domainIn(display);
    if (address.indexOf('.') > 0
        && !Domains.registered(address).equals(Domains.registered(domain))
        && !leadsOnlyTo(Domains.registered(address), body)) {
      because.add("the name shows an address at " + address + ", the address is at " + domain);
    }
  }

  /** Whether all links lead to the domain, as in its own mail that came over a forwarder. */
  private static boolean leadsOnlyTo(String domain, Body body) {
    List<String> led =
        body.main().links().stream()
            .map(link -> Domains.registered(Domains.ofUrl(link.target())))
            .filter(to -> !to.isEmpty())
            .distinct()
            .toList();
    return led.equals(List.of(domain));
  }

  private static void office(String words, List<String> because) {
    for (String authority : AUTHORITIES) {
      if ((" " + words + " ").contains(" " + authority + " ")) {
        because.add("the name is that of an office (" + authority + "), the address is not");
        return;
      }
    }
  }

  private static void brand(Headers headers, Sender sender, Body body, List<String> because) {
    Brands.Brand brand = sender.brand();
    String domain = sender.domain();
    if (brand != null && !sender.mayBeBrand() && !domain.isEmpty()) {
      boolean alone =
          !brand.common()
              || sender.words().equals(brand.name())
              || hasOffice(sender.words(), brand.name())
              || (sender.words().startsWith(brand.name() + " ")
                  && !sender.aligned()
                  && mentions(top(body, 3000), brand.name()) >= 2);
      boolean partner = sender.isPartner() && !Domains.name(domain).contains(brand.joined());
      if (alone && !partner) {
        because.add("the name claims " + brand.name() + ", the address is at " + domain);
      }
      return;
    }
    if (brand == null && !sender.aligned() && !Brands.get().isOwned(domain)) {
      List<Brands.Brand> named =
          new ArrayList<>(Brands.get().allIn(Sender.words(headers.subject())));
      int inSubject = named.size();
      named.addAll(Brands.get().allIn(top(body, 3000)));
      for (int i = 0; i < named.size(); i++) {
        Brands.Brand claimed = named.get(i);
        if (!claimed.owns(domain)
            && !claimed.common()
            && abbreviates(sender.words(), claimed.name(), i < inSubject ? 2 : 3)) {
          because.add("the name stands for " + claimed.name() + ", the address is at " + domain);
          return;
        }
      }
    }
  }

  private static String top(Body body, int most) {
    String text = body.main().text();
    return Sender.words(text.substring(0, Math.min(most, text.length())));
  }

  private static int mentions(String words, String name) {
    int n = 0;
    for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length())) {
      n++;
    }
    return n;
  }

  /** Whether the words hold the first word or the initials of a name of several words. */
  private static boolean abbreviates(String words, String name, int fewest) {
    String[] parts = name.split(" ", -1);
    if (parts.length < 2) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    for (String part : parts) {
      initials.append(part.charAt(0));
    }
    String padded = " " + words + " ";
    return (initials.length() >= fewest && padded.contains(" " + initials + " "))
        || (!Brands.get().isShared(parts[0]) && padded.contains(" " + parts[0] + " "));
  }

  private static boolean hasOffice(String words, String name) {
    Hits rest = Lexicon.get().read(words.replace(name, " "));
    return rest.count(Topic.OFFICE) > 0;
  }

  private static String domainIn(String display) {
    String lower = Body.lower(display);
    for (String end : List.of(".com", ".org", ".net", ".io", ".zone", ".co")) {
      int at = lower.indexOf(end);
      if (at > 0) {
        int after = at + end.length();
        if (after < lower.length() && Character.isLetterOrDigit(lower.charAt(after))) {
          continue;
        }
        int from = at;
        while (from > 0
            && (Character.isLetterOrDigit(lower.charAt(from - 1))
                || lower.charAt(from - 1) == '-')) {
          from--;
        }
        if (from < at) {
          return lower.substring(from, after);
        }
      }
    }
    return "";
  }
}
