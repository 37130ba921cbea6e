package org.proffer.authentication;

import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proffer.mail.AddressList;
import org.proffer.mail.Mailbox;

/** Decides by RFC 7489 section 6.6 whether SPF or DKIM speaks for the domain of the From field. */
final class DmarcCheck {

  /** Whether two domains belong together; without a public suffix list that may be unknown. */
  private enum Alignment {
    ALIGNED,
    NOT_ALIGNED,
    UNKNOWN
  }

  private final RawMessage message;
  private final DnsQueries dns;
  private final @Nullable PublicSuffixes suffixes;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final List<FieldSpan> fields = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  DmarcCheck(RawMessage message, RecordedDns dns, @Nullable PublicSuffixes suffixes) {
    this.message = message;
    this.dns = new DnsQueries(dns);
    this.suffixes = suffixes;
  }

  /**
   * Decides from the results of the other two.
   *
   * @param spf the result for the MAIL FROM domain, or for HELO with the null sender
   * @param dkim the results of all signatures
   */
  Evaluation evaluate(Evaluation spf, List<Evaluation> dkim) {
    try {
      return decide(spf, dkim);
    } catch (NotRecorded missing) {
      return result(
          Outcome.NOT_EVALUABLE,
          Evaluation.NO_RECORD + missing.lookup(),
          List.of(missing.lookup()));
    } catch (Stopped stopped) {
      return result(stopped.outcome(), stopped.reason(), List.of());
    }
  }

  private Evaluation decide(Evaluation spf, List<Evaluation> dkim) throws NotRecorded, Stopped {
    String author = authorDomain();
    properties.put("header.from", author);
    Optional<String> organization =
        suffixes == null ? Optional.empty() : suffixes.organizationalDomain(author);
    if (suffixes != null) {
      notes.add("organizational domains by the " + suffixes.citation());
    }
    Optional<DmarcRecord> found = record(author);
    boolean ofOrganization = false;
    if (found.isEmpty() && suffixes == null && author.chars().filter(c -> c == '.').count() > 1) {
      return result(Outcome.NOT_EVALUABLE, noSuffixes(author), List.of());
    }
    if (found.isEmpty() && organization.isPresent() && !organization.get().equals(author)) {
      found = record(organization.get());
      ofOrganization = true;
    }
    if (found.isEmpty()) {
      return result(Outcome.NONE, author + " publishes no DMARC record", List.of());
    }
    DmarcRecord policy = found.get();
    properties.put(
        "policy.published-domain-policy",
        ofOrganization ? policy.subdomainPolicy() : policy.policy());
    return weigh(author, policy, spf, dkim);
  }

  private static String noSuffixes(String author) {
    return Evaluation.NO_RECORD
        + "a public suffix list, for the organizational domain of "
        + author;
  }

  private String authorDomain() throws Stopped {
    List<RawField> from = message.named("From");
    from.forEach(field -> fields.add(field.span()));
    if (from.size() != 1) {
      throw Stopped.permanently("the message has " + from.size() + " From fields");
    }
    Set<String> domains = new LinkedHashSet<>();
    for (Mailbox mailbox : AddressList.parse(from.get(0).value().replace("\r\n", "").strip())) {
      domains.add(mailbox.domain());
    }
    if (domains.size() != 1) {
      throw Stopped.permanently("the From field names " + domains.size() + " domains");
    }
    String domain = ascii(domains.iterator().next());
    if (!SpfCheck.isDomain(domain)) {
      throw Stopped.permanently("the From field names no domain");
    }
    return domain;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }

  private Optional<DmarcRecord> record(String domain) throws NotRecorded, Stopped {
    List<String> records =
        dns.values("_dmarc." + domain, DnsType.TXT).stream().filter(DmarcRecord::isDmarc).toList();
    // RFC 7489 section 6.6.3 step 5: several records are as good as none.
    return records.size() == 1 ? Optional.of(DmarcRecord.read(records.get(0))) : Optional.empty();
  }

  private Evaluation weigh(
      String author, DmarcRecord policy, Evaluation spf, List<Evaluation> dkim) {
    List<DnsLookup> missing = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>();
    boolean temporary = false;
    List<Evaluation> identifiers = new ArrayList<>(dkim);
    identifiers.add(spf);
    for (Evaluation one : identifiers) {
      boolean strict = one.method() == Method.SPF ? policy.strictSpf() : policy.strictDkim();
      Optional<String> identifier = identifier(one);
      Alignment alignment =
          identifier.map(domain -> align(author, domain, strict)).orElse(Alignment.UNKNOWN);
      if (alignment == Alignment.NOT_ALIGNED) {
        continue;
      }
      if (one.outcome() == Outcome.PASS && alignment == Alignment.ALIGNED) {
        return result(
            Outcome.PASS,
            one.method() + " passes for " + identifier.orElse("") + ", aligned with " + author,
            List.of());
      }
      if (one.outcome() == Outcome.PASS) {
        unknown.add("a public suffix list, to align " + identifier.orElse("") + " with " + author);
      } else if (one.outcome() == Outcome.NOT_EVALUABLE) {
        missing.addAll(one.missing());
        unknown.add(one.reason().substring(Evaluation.NO_RECORD.length()));
      } else if (one.outcome() == Outcome.TEMPERROR) {
        temporary = true;
      }
    }
    if (!unknown.isEmpty()) {
      String reason = Evaluation.NO_RECORD + String.join("; ", unknown);
      return result(Outcome.NOT_EVALUABLE, reason, missing);
    }
    return temporary
        ? result(Outcome.TEMPERROR, "an aligned check met a failure of the DNS", List.of())
        : result(Outcome.FAIL, "neither SPF nor DKIM passes aligned with " + author, List.of());
  }

  private static Optional<String> identifier(Evaluation one) {
    String name = one.method() == Method.DKIM ? "header.d" : SpfEvaluation.DOMAIN;
    return Optional.ofNullable(one.properties().get(name))
        .map(domain -> domain.toLowerCase(Locale.ROOT));
  }

  private Alignment align(String author, String domain, boolean strict) {
    if (author.equals(domain)) {
      return Alignment.ALIGNED;
    }
    if (strict) {
      return Alignment.NOT_ALIGNED;
    }
    if (suffixes != null) {
      Optional<String> organization = suffixes.organizationalDomain(author);
      boolean same =
          organization.isPresent() && organization.equals(suffixes.organizationalDomain(domain));
      return same ? Alignment.ALIGNED : Alignment.NOT_ALIGNED;
    }
    return lastTwo(author).equals(lastTwo(domain)) ? Alignment.UNKNOWN : Alignment.NOT_ALIGNED;
  }

  /** Names that differ in their last two labels have different organizational domains. */
  private static String lastTwo(String domain) {
    int dot = domain.lastIndexOf('.');
    return domain.substring(domain.lastIndexOf('.', dot - 1) + 1);
  }

  private Evaluation result(Outcome outcome, String reason, List<DnsLookup> missing) {
    return new Evaluation(
        Method.DMARC, outcome, reason, properties, notes, missing, dns.used(), fields);
  }
}
