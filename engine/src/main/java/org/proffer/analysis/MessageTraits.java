package org.proffer.analysis;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.mail.Hop;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;
import org.proffer.mail.SpecialAddresses;

/**
 * What messages are grouped and counted by, beside the facts that the law asks about. Nothing here
 * is a finding, and no rule decides over it.
 *
 * @param methods bits of {@link Method}
 * @param network the network that handed the message over, as {@code 192.0.2.0/24} or {@code
 *     2001:db8::/48}: that of the first public address that the Received lines name from the top.
 *     The line was written by whoever took the message in from there; lines below it can be made up
 *     by the sender. Empty where no line names one
 * @param linkedDomain the registered domain that most web addresses of the text lead to, the first
 *     of several; empty without one
 * @param receivedAt the clock of the newest Received line that can be read; null without one
 */
public record MessageTraits(
    int methods, String network, String linkedDomain, @Nullable Instant receivedAt) {

  /** Of a message that could not be read. */
  public static final MessageTraits UNTOLD = new MessageTraits(Method.untold(), "", "", null);

  private static final int LINKS = 200;
  private static final int LOOKED_INTO = 100_000;
  private static final Set<String> VOCABULARIES = Set.of("w3.org", "microsoft.com");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}.-]{1,253}");
  private static final Pattern END_USER =
      Pattern.compile(
          "(?:.*[.\\d-])?(?:[avxs]?dsl|dyn|dynamic|dial|dialup|dial-up|dip|ppp|pool|pools|cable|cablemodem|catv|modem"
              + "|dhcp|cpe|client|broadband|gprs|umts|residential|ftth)"
              + "(?:[.\\d-].*)?");

  /** What is seen of a message. */
  public static MessageTraits of(ParsedMessage message, MessageFacts facts) {
    List<Hop> hops = message.hops();
    Hop handover = hops.stream().filter(MessageTraits::isPublic).findFirst().orElse(null);
    String domain = linkedDomain(message);
    Instant received = hops.stream().map(Hop::at).filter(Objects::nonNull).findFirst().orElse(null);
    return new MessageTraits(
        methods(facts, handover, domain),
        handover == null ? "" : network(String.valueOf(handover.fromAddress())),
        domain,
        received);
  }

  private static int methods(MessageFacts facts, @Nullable Hop handover, String linkedDomain) {
    if (!facts.readable()) {
      return Method.untold();
    }
    int bits = endUserLine(handover);
    if (!facts.headerIndicators().isEmpty()) {
      bits |= Method.FORGED_HEADER.shownBit();
    }
    String from = facts.fromAddress();
    String domain = from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    if (imitates(domain) || imitates(linkedDomain) || Homographs.isMixed(facts.fromDisplay())) {
      bits |= Method.LOOK_ALIKE.shownBit();
    }
    if (facts.imageOnly()) {
      bits |= Method.IMAGE_ONLY.shownBit();
    }
    if (facts.fromImpersonation().isPresent()) {
      bits |= Method.FALSE_FROM.shownBit();
    } else if (!facts.fromImpersonation().isAbsent()) {
      bits |= Method.FALSE_FROM.untoldBit();
    }
    return bits;
  }

  private static int endUserLine(@Nullable Hop handover) {
    String name = handover == null ? null : handover.fromReverseName();
    String address = handover == null ? null : handover.fromAddress();
    if (name == null || address == null || name.indexOf('.') < 0 || name.equals(address)) {
      return Method.END_USER_LINE.untoldBit();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return END_USER.matcher(lower).matches() || spells(lower, address)
        ? Method.END_USER_LINE.shownBit()
        : 0;
  }

  /** Whether a name holds the four numbers of its address one after the other, in either order. */
  private static boolean spells(String name, String address) {
    if (!IPV4.matcher(address).matches()) {
      return false;
    }
    List<String> forth = numbers(address);
    List<String> back = new ArrayList<>(forth);
    Collections.reverse(back);
    List<String> named = numbers(name);
    return Collections.indexOfSubList(named, forth) >= 0
        || Collections.indexOfSubList(named, back) >= 0;
  }

  /** The runs of digits, without leading zeros. */
  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int from = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at > from) {
        while (from < at - 1 && text.charAt(from) == '0') {
          from++;
        }
        numbers.add(text.substring(from, at));
      } else {
        at++;
      }
    }
    return numbers;
  }

  private static boolean imitates(String domain) {
    if (domain.isEmpty() || Brands.get().isOwned(domain)) {
      return false;
    }
    if (domain.contains("xn--") && Homographs.isMixed(IDN.toUnicode(domain))) {
      return true;
    }
    Brands.Brand imitated = Brands.get().imitatedBy(Domains.name(domain));
    return imitated != null && !imitated.owns(domain);
  }

  /** Whether the peer has an address that others can reach; addresses of examples count as such. */
  private static boolean isPublic(Hop hop) {
    String address = hop.fromAddress();
    if (address == null || network(address).isEmpty()) {
      return false;
    }
    Optional<String> kept = SpecialAddresses.purpose(address);
    return kept.isEmpty() || kept.get().equals("documentation");
  }

  /** The network of an address; empty for what is none. */
  static String network(String address) {
    boolean four = IPV4.matcher(address).matches();
    if (!four && address.indexOf(':') < 0) {
      return "";
    }
    try {
      // A literal is never looked up.
      byte[] bytes = InetAddress.getByName(address).getAddress();
      if (bytes.length == 4) {
        return (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + ".0/24";
      }
      return String.format(
          Locale.ROOT,
          "%x:%x:%x::/48",
          (bytes[0] & 255) << 8 | (bytes[1] & 255),
          (bytes[2] & 255) << 8 | (bytes[3] & 255),
          (bytes[4] & 255) << 8 | (bytes[5] & 255));
    } catch (UnknownHostException | SecurityException none) {
      return "";
    }
  }

  private static String linkedDomain(ParsedMessage message) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int links = 0;
    for (Part part : message.parts().toList()) {
      String text = part.text() == null ? "" : part.text().text();
      int end = Math.min(text.length(), LOOKED_INTO);
      for (int at = text.indexOf("://");
          at >= 0 && at < end && links < LINKS;
          at = text.indexOf("://", at + 3)) {
        links++;
        counts.merge(webDomain(text, at), 1, Integer::sum);
      }
    }
    counts.remove("");
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        best = each.getKey();
      }
    }
    return best;
  }

  /** The registered domain behind a scheme; empty for another scheme, or an address. */
  private static String webDomain(String text, int colon) {
    boolean web =
        text.regionMatches(true, colon - 4, "http", 0, 4)
            || text.regionMatches(true, colon - 5, "https", 0, 5);
    if (!web) {
      return "";
    }
    int from = colon + 3;
    int to = from;
    while (to < text.length()
        && to - from < 300
        && (Character.isLetterOrDigit(text.charAt(to))
            || "-._~%@:".indexOf(text.charAt(to)) >= 0)) {
      to++;
    }
    String host = text.substring(from, to).toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1);
    host = host.indexOf(':') < 0 ? host : host.substring(0, host.indexOf(':'));
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (host.indexOf('.') <= 0 || !HOST.matcher(host).matches() || host.contains("..")) {
      return "";
    }
    if (IPV4.matcher(host).matches()) {
      return host;
    }
    String domain = Domains.registered(host);
    return VOCABULARIES.contains(domain) && host.matches("(www|schemas)\\..*") ? "" : domain;
  }
}
