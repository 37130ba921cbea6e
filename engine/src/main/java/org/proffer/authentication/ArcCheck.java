package org.proffer.authentication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validates the chain of ARC sets of a message by RFC 8617 section 5.2. */
final class ArcCheck {
  private static final int MOST_INSTANCES = 50;
  private static final int LEAST_RSA_BITS = 1024;
  private static final String RESULTS = "ARC-Authentication-Results";
  private static final String SIGNATURE = "ARC-Message-Signature";
  private static final String SEAL = "ARC-Seal";
  private static final Pattern RESULTS_INSTANCE =
      Pattern.compile("(?s)\\s*i\\s*=\\s*([0-9]{1,9})\\s*;.*");

  private record Set(RawField results, RawField signature, RawField seal) {}

  private final RawMessage message;
  private final DnsQueries dns;
  private final List<FieldSpan> fields = new ArrayList<>();
  private final Map<String, String> properties = new LinkedHashMap<>();

  ArcCheck(RawMessage message, RecordedDns dns) {
    this.message = message;
    this.dns = new DnsQueries(dns);
  }

  Evaluation evaluate() throws IOException {
    for (RawField field : message.fields()) {
      if (field.is(RESULTS) || field.is(SIGNATURE) || field.is(SEAL)) {
        fields.add(field.span());
      }
    }
    if (fields.isEmpty()) {
      return evaluation(Outcome.NONE, "the message has no ARC fields");
    }
    try {
      int instances = validate();
      return evaluation(Outcome.PASS, "all " + instances + " ARC set(s) are intact");
    } catch (NotRecorded missing) {
      return new Evaluation(
          Method.ARC,
          Outcome.NOT_EVALUABLE,
          Evaluation.NO_RECORD + missing.lookup(),
          properties,
          List.of(),
          List.of(missing.lookup()),
          dns.used(),
          fields);
    } catch (Stopped stopped) {
      // RFC 8617 section 5.2: what cannot be validated has failed; only the DNS may fail for a
      // time.
      Outcome outcome = stopped.outcome() == Outcome.TEMPERROR ? Outcome.TEMPERROR : Outcome.FAIL;
      return evaluation(outcome, stopped.reason());
    }
  }

  private Evaluation evaluation(Outcome outcome, String reason) {
    return new Evaluation(
        Method.ARC, outcome, reason, properties, List.of(), List.of(), dns.used(), fields);
  }

  private int validate() throws IOException, NotRecorded, Stopped {
    List<Set> sets = sets();
    for (int i = sets.size(); i >= 1; i--) {
      TagList seal = TagList.read(sets.get(i - 1).seal().value());
      String wanted = i == 1 ? "none" : "pass";
      String stated = seal.required("cv");
      if (!stated.equals(wanted)) {
        throw Stopped.permanently("instance " + i + " states cv=" + stated + ", not " + wanted);
      }
      if (seal.get("h").isPresent()) {
        throw Stopped.permanently("the seal of instance " + i + " has a tag h");
      }
    }
    newestSignature(sets.get(sets.size() - 1), sets.size());
    for (int i = sets.size(); i >= 1; i--) {
      seal(sets, i);
    }
    return sets.size();
  }

  private List<Set> sets() throws Stopped {
    Map<Integer, RawField> results = byInstance(RESULTS);
    Map<Integer, RawField> signatures = byInstance(SIGNATURE);
    Map<Integer, RawField> seals = byInstance(SEAL);
    int highest = results.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    properties.put("instances", Integer.toString(highest));
    List<Set> sets = new ArrayList<>();
    for (int i = 1; i <= highest; i++) {
      sets.add(new Set(part(results, i), part(signatures, i), part(seals, i)));
    }
    if (highest == 0 || signatures.size() != highest || seals.size() != highest) {
      throw Stopped.permanently("the ARC fields do not make up whole sets");
    }
    return sets;
  }

  private static RawField part(Map<Integer, RawField> fields, int instance) throws Stopped {
    return Optional.ofNullable(fields.get(instance))
        .orElseThrow(() -> Stopped.permanently("instance " + instance + " is not a whole set"));
  }

  private Map<Integer, RawField> byInstance(String name) throws Stopped {
    Map<Integer, RawField> fields = new LinkedHashMap<>();
    for (RawField field : message.named(name)) {
      long instance = instance(field);
      if (instance < 1 || instance > MOST_INSTANCES) {
        throw Stopped.permanently(name + " of instance " + instance);
      }
      if (fields.put((int) instance, field) != null) {
        throw Stopped.permanently("instance " + instance + " has two " + name + " fields");
      }
    }
    return fields;
  }

  private static long instance(RawField field) throws Stopped {
    if (field.is(RESULTS)) {
      Matcher instance = RESULTS_INSTANCE.matcher(field.value());
      if (!instance.matches()) {
        throw Stopped.permanently("an " + RESULTS + " does not begin with its instance");
      }
      return Long.parseLong(instance.group(1));
    }
    return TagList.read(field.value())
        .number("i")
        .orElseThrow(() -> Stopped.permanently("an " + field.name() + " has no instance"));
  }

  private void newestSignature(Set set, int instance) throws IOException, NotRecorded, Stopped {
    TagList tags = TagList.read(set.signature().value());
    tags.number("t");
    MessageSignature signature = MessageSignature.read(set.signature(), tags);
    properties.put("header.d", signature.domain());
    if (signature.signs(SEAL)) {
      throw Stopped.permanently("the message signature covers an " + SEAL);
    }
    DkimKey key = key(signature.algorithm(), signature.selector(), signature.domain());
    String flaw =
        signature.flaw(message, key, BodyHash.compute(message, List.of(signature.body())));
    if (flaw != null) {
      throw Stopped.permanently("message signature of instance " + instance + ": " + flaw);
    }
  }

  private void seal(List<Set> sets, int instance) throws NotRecorded, Stopped {
    RawField field = sets.get(instance - 1).seal();
    TagList tags = TagList.read(field.value());
    tags.number("t");
    SigningAlgorithm algorithm = SigningAlgorithm.of(tags.required("a"));
    Octets signature = TagList.base64("b", tags.required("b"));
    DkimKey key = key(algorithm, tags.required("s"), tags.required("d"));
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= instance; i++) {
      Set set = sets.get(i - 1);
      text.append(set.results().canonical(true)).append(set.signature().canonical(true));
      text.append(i < instance ? set.seal().canonical(true) : field.canonicalUnsigned(true));
    }
    if (!algorithm.verifies(key.key(), text.toString(), signature)) {
      throw Stopped.permanently("the seal of instance " + instance + " does not verify");
    }
  }

  private DkimKey key(SigningAlgorithm algorithm, String selector, String domain)
      throws NotRecorded, Stopped {
    if (algorithm == SigningAlgorithm.RSA_SHA1) {
      throw Stopped.permanently("ARC does not allow rsa-sha1");
    }
    DkimKey key = DkimKey.find(dns, selector, domain, algorithm);
    if (algorithm == SigningAlgorithm.RSA_SHA256 && key.bits() < LEAST_RSA_BITS) {
      throw Stopped.permanently("an RSA key of " + key.bits() + " bits");
    }
    return key;
  }
}
