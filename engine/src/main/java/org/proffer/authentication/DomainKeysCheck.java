package org.proffer.authentication;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Verifies each DomainKey-Signature by the historic RFC 4870, what mail of 2004 to 2007 carries in
 * the place of DKIM. It speaks for the domain of the Sender field, or of the From field where there
 * is none, and never counts for DMARC, which came later.
 */
final class DomainKeysCheck {
  /** An address begins behind what cannot be in one, so a long word is tried once. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![^\\s<>\"(),:;@])([^\\s<>\"(),:;@]++)@([A-Za-z0-9.-]++)");

  private static final String HISTORIC = "DomainKeys is historic (RFC 4870), replaced by DKIM";

  private final RawMessage message;
  private final RecordedDns dns;
  private final Instant receivedAt;

  DomainKeysCheck(RawMessage message, RecordedDns dns, Instant receivedAt) {
    this.message = message;
    this.dns = dns;
    this.receivedAt = receivedAt;
  }

  /** One evaluation for each of the first signatures in the order of the message. */
  List<Evaluation> evaluate() throws IOException {
    List<Evaluation> evaluations = new ArrayList<>();
    for (RawField field : message.named("DomainKey-Signature")) {
      if (evaluations.size() < DkimCheck.MOST_SIGNATURES) {
        evaluations.add(evaluate(field));
      }
    }
    return evaluations;
  }

  private Evaluation evaluate(RawField field) throws IOException {
    Map<String, String> properties = new LinkedHashMap<>();
    DnsQueries queries = new DnsQueries(dns);
    try {
      TagList tags = TagList.read(field.value());
      for (String tag : List.of("d", "s", "a")) {
        tags.get(tag).ifPresent(value -> properties.put("header." + tag, value));
      }
      if (!tags.get("a").orElse("rsa-sha1").equals("rsa-sha1")) {
        throw Stopped.permanently("the algorithm is not rsa-sha1");
      }
      // The tag q must be there, and much of the mail of the time lacks it.
      if (!tags.get("q").orElse("dns").equals("dns")) {
        throw Stopped.permanently("the query method is not dns");
      }
      boolean withoutSpace = withoutSpace(tags.get("c").orElse("simple"));
      String domain = tags.required("d").toLowerCase(Locale.ROOT);
      List<RawField> signed = signed(field, tags.get("h"));
      String localPart = senderOf(domain, signed);
      Octets signature = TagList.base64("b", tags.required("b"));
      DkimKey key = DkimKey.find(queries, tags.required("s"), domain, SigningAlgorithm.RSA_SHA1);
      if (key.granularity().filter(g -> !g.isEmpty()).isPresent() && !key.isFor(localPart)) {
        throw Stopped.permanently("public key: its tag g does not allow the sender");
      }
      SignedText text = new SignedText(key.key(), withoutSpace);
      text.header(signed);
      text.body(message);
      if (!text.isSignedBy(signature)) {
        return evaluation(
            Outcome.FAIL, "the signature does not verify", properties, queries, field);
      }
      boolean refused = StandardsOfTheDay.WEAK_SIGNATURES_ENDED.holdsAt(receivedAt);
      return evaluation(
          refused ? Outcome.POLICY : Outcome.PASS,
          refused
              ? "the signature verifies, and RFC 8301 forbids relying on it"
              : "the signature of " + domain + " verifies",
          properties,
          queries,
          field);
    } catch (NotRecorded missing) {
      return new Evaluation(
          Method.DOMAINKEYS,
          Outcome.NOT_EVALUABLE,
          Evaluation.NO_RECORD + missing.lookup(),
          properties,
          List.of(HISTORIC),
          List.of(missing.lookup()),
          queries.used(),
          List.of(field.span()));
    } catch (Stopped stopped) {
      return evaluation(stopped.outcome(), stopped.reason(), properties, queries, field);
    }
  }

  private static boolean withoutSpace(String canonicalisation) throws Stopped {
    if (!canonicalisation.equals("nofws") && !canonicalisation.equals("simple")) {
      throw Stopped.permanently("the canonicalisation '" + canonicalisation + "' is unknown");
    }
    return canonicalisation.equals("nofws");
  }

  /**
   * The local part of the sender, who has to be of the domain. Only a signed field says who he is:
   * anybody can add a Sender.
   */
  private static String senderOf(String domain, List<RawField> signed) throws Stopped {
    for (String name : List.of("Sender", "From")) {
      for (RawField field : signed) {
        Matcher address = ADDRESS.matcher(field.value());
        if (field.is(name) && address.find()) {
          String sender = address.group(2).toLowerCase(Locale.ROOT);
          if (!sender.equals(domain) && !sender.endsWith("." + domain)) {
            throw Stopped.permanently("the sender is not of the signing domain");
          }
          return address.group(1);
        }
      }
    }
    throw Stopped.permanently("no signed field names a sender");
  }

  /**
   * The fields behind the signature that are signed: all, or those named in the order in which they
   * are named. Each mention of a name takes the next field of that name, the last takes all that
   * are left.
   */
  private List<RawField> signed(RawField signature, Optional<String> names) {
    List<RawField> behind =
        message.fields().stream().filter(f -> f.offset() > signature.offset()).toList();
    if (names.isEmpty()) {
      return behind;
    }
    List<String> mentions =
        Arrays.stream(names.get().split(":", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    Map<String, Deque<RawField>> left =
        behind.stream()
            .collect(
                Collectors.groupingBy(
                    field -> field.name().toLowerCase(Locale.ROOT),
                    Collectors.toCollection(ArrayDeque::new)));
    Map<String, Integer> mentionsLeft = new HashMap<>();
    mentions.forEach(name -> mentionsLeft.merge(name, 1, Integer::sum));
    List<RawField> signed = new ArrayList<>();
    for (String name : mentions) {
      boolean last = mentionsLeft.merge(name, -1, Integer::sum) == 0;
      Deque<RawField> fields = left.getOrDefault(name, new ArrayDeque<>());
      while (!fields.isEmpty()) {
        signed.add(fields.remove());
        if (!last) {
          break;
        }
      }
    }
    return signed;
  }

  private static Evaluation evaluation(
      Outcome outcome,
      String reason,
      Map<String, String> properties,
      DnsQueries queries,
      RawField field) {
    return new Evaluation(
        Method.DOMAINKEYS,
        outcome,
        reason,
        properties,
        List.of(HISTORIC),
        List.of(),
        queries.used(),
        List.of(field.span()));
  }
}
