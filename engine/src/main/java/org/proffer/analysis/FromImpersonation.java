package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;
import org.proffer.law.canspam.PrimaryPurpose;

/**
 * Signs that the From line claims to be somebody that the address or the rest of the header
 * contradicts.
 *
 * <p>An indicator for 15 U.S.C. 7704(a)(1). A marketer may send from another's domain with leave:
 * that is not seen in the bytes. Addresses that cannot be answered (no-reply) are no sign.
 */
final class FromImpersonation {
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

  private FromImpersonation() {}

  static Observation find(Headers headers, Sender sender, Body body, Purpose purpose) {
    List<String> because = new ArrayList<>();
    String display = headers.from().displayName();
    String domain = sender.domain();
    String words = sender.words();
    brand(headers, sender, body, because);
    if (Homographs.isMixed(display)) {
      because.add("the name mixes letters of two scripts that look alike");
    }
    Brands.Brand imitated =
        Brands.get().isOwned(domain) ? null : Brands.get().imitatedBy(Domains.name(domain));
    if (imitated != null && !imitated.owns(domain)) {
      because.add("the domain " + domain + " looks like " + imitated.name());
    }
    Hits subject = purpose.subjectHits();
    Brands.Brand held = Brands.get().heldBy(Domains.name(domain));
    if (imitated == null
        && held != null
        && !held.owns(domain)
        && subject.score(Topic.ACCOUNT_CLAIM) + subject.score(Topic.ORDER_CLAIM) > 0) {
      because.add("the domain " + domain + " holds the name " + held.name());
    }
    String named = domainIn(display);
    if (!named.isEmpty()
        && (sender.free() || Brands.get().isOwned(named))
        && !Domains.registered(named).equals(Domains.registered(domain))) {
      because.add("the name shows " + named + ", the address is at " + domain);
    }
    String address = Headers.domainIn(display);
    if (address.indexOf('.') > 0
        && !Domains.registered(address).equals(Domains.registered(domain))) {
      because.add("the name shows an address at " + address + ", the address is at " + domain);
    }
    if (sender.free() || !sender.aligned()) {
      for (String authority : AUTHORITIES) {
        if ((" " + words + " ").contains(" " + authority + " ")
            && (sender.free() || purpose.isFraud())) {
          because.add("the name is that of an office (" + authority + "), the address is not");
          break;
        }
      }
    }
    person(headers, sender, purpose, because);
    self(headers, purpose, because);
    envelope(headers, sender, because);
    if (because.isEmpty()) {
      return Observation.absent("nothing contradicts the From line");
    }
    List<Span> spans = new ArrayList<>();
    spans.add(headers.span("From"));
    return Observation.present(spans, because.toArray(String[]::new));
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

  private static void person(
      Headers headers, Sender sender, Purpose purpose, List<String> because) {
    String reply = headers.domainOf("Reply-To");
    String local = headers.from().localPart();
    boolean elsewhere =
        !reply.isEmpty()
            && Domains.isFree(reply)
            && !Domains.registered(reply).equals(Domains.registered(sender.domain()));
    boolean otherName = !sender.words().isEmpty() && !Sender.sharesName(sender.words(), local);
    if (elsewhere
        && otherName
        && !sender.aligned()
        && !Domains.isDeliverer(sender.domain())
        && !isRole(local)
        && sender.words().indexOf(' ') > 0) {
      because.add("answers go to a free address at " + reply + ", the name is not in the address");
    } else if (otherName && purpose.isFraud() && hasTitle(sender.words()) && !sender.aligned()) {
      because.add("the name of a person of title is not in the address");
    }
  }

  /** Whether an address is that of an office, not of a person. */
  static boolean isRole(String local) {
    String l = Body.lower(local);
    return l.contains("reply")
        || l.contains("notif")
        || l.contains("service")
        || l.contains("bounce")
        || l.contains("alert")
        || l.startsWith("admin")
        || l.startsWith("order")
        || l.startsWith("bill")
        || l.startsWith("account")
        || l.startsWith("office")
        || l.startsWith("team")
        || l.startsWith("invoic")
        || l.startsWith("info")
        || l.startsWith("news")
        || l.startsWith("update")
        || l.startsWith("list")
        || l.startsWith("announce")
        || l.startsWith("contact")
        || l.startsWith("hello")
        || l.startsWith("support")
        || l.startsWith("mail")
        || l.startsWith("sales");
  }

  private static boolean hasTitle(String words) {
    return words.startsWith("mr ")
        || words.startsWith("mrs ")
        || words.startsWith("miss ")
        || words.startsWith("ms ")
        || words.startsWith("dr ")
        || words.startsWith("barr")
        || words.startsWith("hon ")
        || words.startsWith("gen ")
        || words.startsWith("sgt ");
  }

  private static void self(Headers headers, Purpose purpose, List<String> because) {
    String from = Body.lower(headers.from().address());
    if (from.isEmpty()
        || (purpose.result().value() != PrimaryPurpose.Value.COMMERCIAL && !purpose.isBulk())) {
      return;
    }
    String to = Body.lower(headers.value("To"));
    int at = to.indexOf(from);
    boolean only = at >= 0 && to.indexOf('@') == to.lastIndexOf('@');
    String path = headers.domainOf("Return-Path");
    boolean own = Domains.registered(path).equals(Domains.registered(headers.from().domain()));
    boolean answered = headers.has("In-Reply-To");
    if (only && !headers.has("List-Id") && !answered && !(own && isRole(from))) {
      because.add("an advertisement that comes from the address it goes to");
    }
  }

  private static void envelope(Headers headers, Sender sender, List<String> because) {
    String path = headers.domainOf("Return-Path");
    String domain = sender.domain();
    Vouching vouching = Vouching.of(headers);
    if (Brands.get().isOwned(domain)
        && !Domains.isFree(domain)
        && !vouching.passed()
        && !path.isEmpty()
        && Domains.isFree(path)
        && !headers.value("Return-Path").contains("caf_=")) {
      because.add("the address is at " + domain + ", bounces go to " + path);
    }
    boolean known =
        Brands.get().isOwned(domain) || (sender.brand() != null && sender.brand().owns(domain));
    boolean elsewhere =
        !path.isEmpty()
            && !Domains.registered(path).equals(Domains.registered(domain))
            && !Domains.isDeliverer(path);
    if (vouching.dmarcFailed() && !vouching.passed()) {
      because.add("a receiver recorded that DMARC failed and that no other check passed");
    } else if (vouching.failed() && !vouching.passed() && known && !Domains.isFree(domain)) {
      because.add("the address is at " + domain + ", whose checks a receiver recorded as failed");
    } else if (known && elsewhere && vouching.recorded() && vouching.unsigned()) {
      because.add(
          "the address is at "
              + domain
              + ", bounces go to "
              + path
              + ", and no signature joins them");
    } else if (vouching.unsupported() && elsewhere && !sender.aligned()) {
      because.add(
          "the address is at "
              + domain
              + ", bounces go to "
              + path
              + ", and no signature joins them");
    }
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
