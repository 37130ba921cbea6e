package org.proffer.authentication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The function check_host() of RFC 7208 section 4, over recorded DNS.
 *
 * <p>Limits of section 4.6.4: ten terms that ask the DNS, two lookups without records, ten names
 * per MX and PTR. One object serves one check.
 */
final class SpfCheck {
  private static final int MOST_TERMS = 10;
  private static final int MOST_VOID = 2;
  private static final int MOST_NAMES = 10;

  /**
   * What the check found.
   *
   * @param outcome the result
   * @param reason why
   * @param explanation the domain's explanation of a failure, if it gives one
   */
  record Verdict(Outcome outcome, String reason, @Nullable String explanation) {}

  private final DnsQueries dns;
  private final IpAddress client;
  private final String helo;
  private final String localPart;
  private final String senderDomain;
  private final long receivedAt;
  private int terms;
  private int voids;

  /**
   * A check of one delivery.
   *
   * @param sender the MAIL FROM address without angle brackets; empty for the null sender, whose
   *     domain is the HELO name
   * @param receivedAt seconds since 1970, for the macro {@code %{t}}
   */
  SpfCheck(DnsQueries dns, IpAddress client, String helo, String sender, long receivedAt) {
    this.dns = dns;
    this.client = client;
    this.helo = helo;
    this.receivedAt = receivedAt;
    int at = sender.lastIndexOf('@');
    String local = at > 0 ? sender.substring(0, at) : "";
    this.localPart = local.isEmpty() ? "postmaster" : local;
    this.senderDomain = sender.isEmpty() ? helo : sender.substring(at + 1);
  }

  /** The domain whose policy is asked for. */
  String domain() {
    return senderDomain;
  }

  Verdict evaluate() throws NotRecorded {
    try {
      return checkHost(senderDomain, true);
    } catch (Stopped stopped) {
      return new Verdict(stopped.outcome(), stopped.reason(), null);
    }
  }

  private Verdict checkHost(String domain, boolean top) throws NotRecorded, Stopped {
    if (!isDomain(domain)) {
      return verdict(Outcome.NONE, "'" + domain + "' is not a domain name of several labels");
    }
    List<String> records =
        dns.values(domain, DnsType.TXT).stream().filter(SpfRecord::isSpf).toList();
    if (records.isEmpty()) {
      return verdict(Outcome.NONE, domain + " publishes no SPF record");
    }
    if (records.size() > 1) {
      throw Stopped.permanently(domain + " publishes " + records.size() + " SPF records");
    }
    SpfRecord record = SpfRecord.read(records.get(0));
    for (SpfRecord.Mechanism mechanism : record.mechanisms()) {
      if (matches(mechanism, domain)) {
        String reason = domain + ": " + client + " matches '" + mechanism.written() + "'";
        String explanation =
            top && mechanism.onMatch() == Outcome.FAIL ? explanation(record, domain) : null;
        return new Verdict(mechanism.onMatch(), reason, explanation);
      }
    }
    SpfMacro redirect = record.redirect();
    if (redirect != null && !record.hasAll()) {
      countTerm("redirect");
      String target = redirect.expandToDomain(letter -> macro(letter, domain));
      Verdict verdict = checkHost(target, top);
      if (verdict.outcome() == Outcome.NONE) {
        throw Stopped.permanently(domain + " redirects to " + target + ", which has no SPF record");
      }
      return verdict;
    }
    return verdict(Outcome.NEUTRAL, domain + ": nothing matches " + client);
  }

  private static Verdict verdict(Outcome outcome, String reason) {
    return new Verdict(outcome, reason, null);
  }

  /** RFC 7208 section 4.3: several labels, none empty or too long, the last one no number. */
  static boolean isDomain(String domain) {
    String name = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    int dot = name.lastIndexOf('.');
    return dot > 0 && DnsQueries.isPossible(name) && SpfMacro.isTopLabel(name.substring(dot + 1));
  }

  private boolean matches(SpfRecord.Mechanism mechanism, String domain)
      throws NotRecorded, Stopped {
    if (mechanism.kind().asksDns()) {
      countTerm(mechanism.written());
    }
    SpfMacro spec = mechanism.domain();
    String target = spec == null ? domain : spec.expandToDomain(letter -> macro(letter, domain));
    return switch (mechanism.kind()) {
      case ALL -> true;
      case IP4, IP6 ->
          mechanism.network() != null && client.isIn(mechanism.network(), mechanism.bits4());
      case A -> hasAddress(target, mechanism, true);
      case MX -> mailExchangerMatches(target, mechanism);
      case PTR -> isNamedUnder(target);
      case EXISTS -> !counted(dns.values(target, DnsType.A)).isEmpty();
      case INCLUDE -> includes(target);
    };
  }

  private boolean includes(String target) throws NotRecorded, Stopped {
    Verdict included = checkHost(target, false);
    if (included.outcome() == Outcome.NONE) {
      throw Stopped.permanently("the included domain " + target + " has no SPF record");
    }
    return included.outcome() == Outcome.PASS;
  }

  private boolean hasAddress(String name, SpfRecord.Mechanism mechanism, boolean count)
      throws NotRecorded, Stopped {
    List<String> addresses = dns.values(name, client.isV4() ? DnsType.A : DnsType.AAAA);
    if (count) {
      counted(addresses);
    }
    int bits = client.isV4() ? mechanism.bits4() : mechanism.bits6();
    return addresses.stream()
        .map(IpAddress::parse)
        .flatMap(Optional::stream)
        .anyMatch(network -> client.isIn(network, bits));
  }

  private boolean mailExchangerMatches(String target, SpfRecord.Mechanism mechanism)
      throws NotRecorded, Stopped {
    List<String> exchangers = counted(dns.values(target, DnsType.MX));
    if (exchangers.size() > MOST_NAMES) {
      throw Stopped.permanently(target + " has more than " + MOST_NAMES + " MX records");
    }
    for (String exchanger : exchangers) {
      String host = exchanger.substring(exchanger.indexOf(' ') + 1);
      if (!host.equals(".") && hasAddress(host, mechanism, true)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamedUnder(String target) throws NotRecorded, Stopped {
    return validatedNames(true).stream().anyMatch(name -> isSameOrUnder(name, target));
  }

  private static boolean isSameOrUnder(String name, String domain) {
    String parent = new DnsLookup(domain, DnsType.A).name();
    return name.equals(parent) || name.endsWith("." + parent);
  }

  /** The names of the client that lead back to its address; a failing lookup counts as no name. */
  private Set<String> validatedNames(boolean count) throws NotRecorded, Stopped {
    Set<String> validated = new LinkedHashSet<>();
    List<String> names;
    try {
      names = dns.values(client.reverseName(), DnsType.PTR);
    } catch (Stopped failed) {
      return validated;
    }
    if (count) {
      counted(names);
    }
    for (String written : names.subList(0, Math.min(MOST_NAMES, names.size()))) {
      String name = new DnsLookup(written, DnsType.PTR).name();
      if (leadsBack(name)) {
        validated.add(name);
      }
    }
    return validated;
  }

  private boolean leadsBack(String name) throws NotRecorded {
    try {
      return dns.values(name, client.isV4() ? DnsType.A : DnsType.AAAA).stream()
          .map(IpAddress::parse)
          .anyMatch(address -> address.filter(client::equals).isPresent());
    } catch (Stopped failed) {
      return false;
    }
  }

  private void countTerm(String term) throws Stopped {
    if (++terms > MOST_TERMS) {
      throw Stopped.permanently(
          "more than " + MOST_TERMS + " terms ask the DNS, at '" + term + "'");
    }
  }

  private List<String> counted(List<String> values) throws Stopped {
    if (values.isEmpty() && ++voids > MOST_VOID) {
      throw Stopped.permanently("more than " + MOST_VOID + " lookups without a record");
    }
    return values;
  }

  private @Nullable String explanation(SpfRecord record, String domain) {
    SpfMacro where = record.explanation();
    if (where == null) {
      return null;
    }
    try {
      List<String> texts =
          dns.values(where.expandToDomain(letter -> macro(letter, domain)), DnsType.TXT);
      if (texts.size() != 1) {
        return null;
      }
      return SpfMacro.explanation(texts.get(0)).expand(letter -> macro(letter, domain));
    } catch (NotRecorded | Stopped none) {
      return null;
    }
  }

  private String macro(char letter, String domain) throws NotRecorded, Stopped {
    return switch (letter) {
      case 's' -> localPart + "@" + senderDomain;
      case 'l' -> localPart;
      case 'o' -> senderDomain;
      case 'd' -> domain;
      case 'i' -> client.dotted();
      case 'p' -> validatedName(domain);
      case 'v' -> client.isV4() ? "in-addr" : "ip6";
      case 'h' -> helo;
      case 'c' -> client.toString();
      case 't' -> Long.toString(receivedAt);
      default -> "unknown";
    };
  }

  private String validatedName(String domain) throws NotRecorded, Stopped {
    List<String> names = new ArrayList<>(validatedNames(false));
    String own = domain.toLowerCase(Locale.ROOT);
    if (names.contains(own)) {
      return own;
    }
    return names.stream()
        .filter(name -> isSameOrUnder(name, own))
        .findFirst()
        .orElse(names.isEmpty() ? "unknown" : names.get(0));
  }
}
