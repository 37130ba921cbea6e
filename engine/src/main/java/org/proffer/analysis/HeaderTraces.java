package org.proffer.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Span;
import org.proffer.law.canspam.HeaderIndicator;
import org.proffer.mail.Hop;
import org.proffer.mail.ParsedMessage;

/** Traces in the header that a forger leaves behind, and that may have an innocent cause too. */
final class HeaderTraces {
  // Clocks of honest hosts are seen an hour off where one mistakes summer time.
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(70);
  private static final Duration DATE_SLACK = Duration.ofHours(36);
  private static final List<String> SINGLE =
      List.of(
          "From",
          "Sender",
          "Reply-To",
          "To",
          "Cc",
          "Subject",
          "Date",
          "Message-ID",
          "In-Reply-To",
          "References");

  private HeaderTraces() {}

  static List<HeaderIndicator> find(Headers headers) {
    List<HeaderIndicator> found = new ArrayList<>();
    ParsedMessage message = headers.message();
    Correspondence mail = Correspondence.of(headers);
    if (mail.reply() && !mail.answers()) {
      found.add(
          new HeaderIndicator(
              "RE_WITHOUT_THREAD",
              "the subject is marked as an answer, but no field names what it answers",
              List.of(headers.span("Subject"))));
    }
    for (String name : SINGLE) {
      var fields = headers.all(name);
      if (fields.size() > 1) {
        found.add(
            new HeaderIndicator(
                "DUPLICATE_HEADER",
                name + " stands " + fields.size() + " times, once is allowed (RFC 5322 3.6)",
                fields.stream().limit(4).map(Headers::span).toList()));
      }
    }
    messageId(headers, found);
    mailer(headers, found);
    hops(message.hops(), found);
    clock(message, found);
    return found;
  }

  private static void messageId(Headers headers, List<HeaderIndicator> found) {
    String id = headers.message().messageId().strip();
    if (id.isEmpty()) {
      found.add(
          new HeaderIndicator("MISSING_MESSAGE_ID", "no Message-ID (RFC 5322 3.6.4)", List.of()));
      return;
    }
    String domain = Headers.domainIn(id);
    String from = headers.from().domain();
    if (domain.indexOf('.') > 0
        && !from.isEmpty()
        && (Domains.isFree(from) || Brands.get().isOwned(from))
        && !Domains.registered(domain).equals(Domains.registered(from))
        && !Domains.isDeliverer(domain)
        && !sameProvider(domain, from)) {
      found.add(
          new HeaderIndicator(
              "MESSAGE_ID_FOREIGN_DOMAIN",
              "the From address is at " + from + ", the Message-ID is of " + domain,
              List.of(headers.span("Message-ID"), headers.span("From"))));
    }
  }

  private static boolean sameProvider(String a, String b) {
    String microsoft = "outlook.com hotmail.com live.com msn.com";
    String yahoo = "yahoo.com ymail.com rocketmail.com aol.com";
    String google = "gmail.com googlemail.com google.com";
    for (String group : List.of(microsoft, yahoo, google)) {
      if (group.contains(Domains.registered(a)) && group.contains(Domains.registered(b))) {
        return true;
      }
    }
    return a.contains("prod.outlook") || Domains.name(a).equals(Domains.name(b));
  }

  private static void mailer(Headers headers, List<HeaderIndicator> found) {
    String mailer = headers.value("X-Mailer");
    String lower = Body.lower(mailer);
    String id = headers.message().messageId();
    boolean outlookExpress = lower.startsWith("microsoft outlook express");
    if (outlookExpress && !id.isEmpty() && id.indexOf('$') < 0) {
      found.add(
          new HeaderIndicator(
              "FORGED_MAILER",
              "says it is Outlook Express, whose Message-ID always holds a dollar sign",
              List.of(headers.span("X-Mailer"), headers.span("Message-ID"))));
    } else if (lower.startsWith("x-mailer:")) {
      found.add(
          new HeaderIndicator(
              "FORGED_MAILER",
              "the name of the field is repeated in its value",
              List.of(headers.span("X-Mailer"))));
    }
  }

  private static void hops(List<Hop> hops, List<HeaderIndicator> found) {
    for (int i = 0; i + 1 < hops.size(); i++) {
      Hop upper = hops.get(i);
      Hop lower = hops.get(i + 1);
      if (upper.understood()
          && lower.understood()
          && upper.from() != null
          && lower.by() != null
          && isKnown(lower.by())
          && !agree(upper, lower.by())) {
        found.add(
            new HeaderIndicator(
                "RECEIVED_CHAIN_BREAK",
                "one line was received from "
                    + upper.from()
                    + ", the one below was written by "
                    + lower.by(),
                List.of(span(upper), span(lower))));
        break;
      }
    }
    for (Hop hop : hops) {
      String from = hop.from();
      String reverse = hop.fromReverseName();
      if (from != null
          && reverse != null
          && isKnown(from)
          && reverse.indexOf('.') > 0
          && !Domains.registered(Body.lower(from))
              .equals(Domains.registered(Body.lower(reverse)))) {
        found.add(
            new HeaderIndicator(
                "HELO_MISMATCH",
                "announced as " + from + ", its address resolves to " + reverse,
                List.of(span(hop))));
        break;
      }
    }
    if (!hops.isEmpty()) {
      Hop first = hops.get(hops.size() - 1);
      String address = first.fromAddress();
      if (hops.size() == 1 && address != null && isPrivate(address)) {
        found.add(
            new HeaderIndicator(
                "PRIVATE_ADDRESS_ORIGIN",
                "the only hop comes from the private address " + address,
                List.of(span(first))));
      }
    }
    for (int i = 0; i + 1 < hops.size(); i++) {
      Instant later = hops.get(i).at();
      Instant earlier = hops.get(i + 1).at();
      if (later != null && earlier != null && earlier.isAfter(later.plus(CLOCK_SLACK))) {
        found.add(
            new HeaderIndicator(
                "IMPOSSIBLE_CLOCK",
                "received at " + later + " after it had been received at " + earlier,
                List.of(span(hops.get(i)), span(hops.get(i + 1)))));
        break;
      }
    }
  }

  /**
   * Whether a host has the name of a large provider or a known company. Only a forger gains by such
   * a name; that other hosts go by several names means nothing.
   */
  private static boolean isKnown(String host) {
    String h = Body.lower(host);
    return h.indexOf('.') > 0 && (Domains.isFree(h) || Brands.get().isOwned(h));
  }

  private static boolean agree(Hop upper, String by) {
    String host = Body.lower(by);
    for (String name : names(upper)) {
      String n = Body.lower(name);
      if (n.equals(host)
          || Domains.registered(n).equals(Domains.registered(host))
          || hostLabel(n).equals(hostLabel(host))
          || n.indexOf('.') < 0
          || host.indexOf('.') < 0
          || isAddress(n)
          || isAddress(host)
          || n.contains("localhost")
          || host.contains("localhost")) {
        return true;
      }
    }
    return false;
  }

  /** The first label: large providers give one host several domains. */
  private static String hostLabel(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  private static List<String> names(Hop hop) {
    List<String> names = new ArrayList<>();
    addIfPresent(names, hop.from());
    addIfPresent(names, hop.fromReverseName());
    return names;
  }

  private static void addIfPresent(List<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }

  private static boolean isAddress(String host) {
    String h = host.replace("[", "").replace("]", "");
    return !h.isEmpty() && (Character.isDigit(h.charAt(h.length() - 1)) || h.indexOf(':') >= 0);
  }

  private static boolean isPrivate(String address) {
    String a = address.toLowerCase(Locale.ROOT);
    if (a.startsWith("10.")
        || a.startsWith("192.168.")
        || a.startsWith("fc")
        || a.startsWith("fd")) {
      return true;
    }
    if (a.startsWith("172.")) {
      int dot = a.indexOf('.', 4);
      if (dot > 4) {
        try {
          int second = Integer.parseInt(a.substring(4, dot));
          return second >= 16 && second <= 31;
        } catch (NumberFormatException e) {
          return false;
        }
      }
    }
    return false;
  }

  private static void clock(ParsedMessage message, List<HeaderIndicator> found) {
    Instant date = message.date();
    if (date == null) {
      return;
    }
    for (Hop hop : message.hops()) {
      Instant at = hop.at();
      if (at != null) {
        if (date.isAfter(at.plus(DATE_SLACK)) || date.isBefore(at.minus(Duration.ofDays(14)))) {
          List<Span> spans = new ArrayList<>();
          message.header("Date").ifPresent(field -> spans.add(Headers.span(field)));
          spans.add(span(hop));
          found.add(
              new HeaderIndicator("IMPOSSIBLE_CLOCK", "dated " + date + ", received " + at, spans));
        }
        return;
      }
    }
  }

  private static Span span(Hop hop) {
    return new Span(
        Span.HEADER,
        Math.toIntExact(Math.min(hop.offset(), Integer.MAX_VALUE)),
        0,
        "Received: " + hop.raw());
  }
}
