package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
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
  private FromImpersonation() {}

  static Observation find(Headers headers, Sender sender, Body body, Purpose purpose) {
    List<String> because = new ArrayList<>();
    NameClaims.find(headers, sender, body, purpose.weights(), because);
    person(headers, sender, purpose.weights(), because);
    self(headers, purpose, because);
    EnvelopeClaims.find(headers, sender, because);
    return because.isEmpty()
        ? Observation.absent("nothing contradicts the From line")
        : Observation.present(List.of(headers.span("From")), because.toArray(String[]::new));
  }

  private static void person(
      Headers headers, Sender sender, Weights weights, List<String> because) {
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
    } else if (otherName && weights.isFraud() && hasTitle(sender.words()) && !sender.aligned()) {
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
}
