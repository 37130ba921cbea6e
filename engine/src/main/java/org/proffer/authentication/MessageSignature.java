package org.proffer.authentication;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signature over a body and header fields: a DKIM-Signature or an ARC-Message-Signature.
 *
 * @param field where it stands
 * @param algorithm how it is signed
 * @param relaxedHeader the header's canonicalisation
 * @param body which hash of the body it states
 * @param bodyHash that hash
 * @param signature the signature itself
 * @param domain the signing domain in lower case
 * @param selector the selector of the key
 * @param signed the names of the signed fields, in order
 */
record MessageSignature(
    RawField field,
    SigningAlgorithm algorithm,
    boolean relaxedHeader,
    BodyHash.Wanted body,
    Octets bodyHash,
    Octets signature,
    String domain,
    String selector,
    List<String> signed) {

  /** Reads the tags that both kinds share. */
  static MessageSignature read(RawField field, TagList tags) throws Stopped {
    SigningAlgorithm algorithm = SigningAlgorithm.of(tags.required("a"));
    String[] canonicalisation = tags.get("c").orElse("simple/simple").split("/", -1);
    if (canonicalisation.length > 2) {
      throw Stopped.permanently("the canonicalisation is malformed");
    }
    long limit = tags.number("l").orElse(Long.MAX_VALUE);
    boolean relaxedBody = canonicalisation.length == 2 && isRelaxed(canonicalisation[1]);
    String domain = tags.required("d").toLowerCase(Locale.ROOT);
    if (!SpfCheck.isDomain(domain)) {
      throw Stopped.permanently("'" + domain + "' is not a domain name");
    }
    return new MessageSignature(
        field,
        algorithm,
        isRelaxed(canonicalisation[0]),
        new BodyHash.Wanted(relaxedBody, algorithm.digest(), limit),
        TagList.base64("bh", tags.required("bh")),
        TagList.base64("b", tags.required("b")),
        domain,
        tags.required("s"),
        names(tags.get("h").orElseThrow(() -> Stopped.permanently("the tag h is missing"))));
  }

  private static boolean isRelaxed(String name) throws Stopped {
    if (!name.equals("relaxed") && !name.equals("simple")) {
      throw Stopped.permanently("the canonicalisation '" + name + "' is not supported");
    }
    return name.equals("relaxed");
  }

  private static List<String> names(String list) {
    return list.isEmpty()
        ? List.of()
        : Arrays.stream(list.split(":", -1)).map(String::strip).toList();
  }

  boolean signs(String name) {
    return signed.stream().anyMatch(name::equalsIgnoreCase);
  }

  /**
   * The text that is signed: of each name the fields from the last to the first, nothing where none
   * is left, then this field without its signature.
   */
  String signedText(RawMessage message) {
    Map<String, Deque<RawField>> left = new HashMap<>();
    for (RawField one : message.fields()) {
      left.computeIfAbsent(lower(one.name()), name -> new ArrayDeque<>()).push(one);
    }
    StringBuilder text = new StringBuilder();
    for (String name : signed) {
      Deque<RawField> lastFirst = left.get(lower(name));
      if (lastFirst != null && !lastFirst.isEmpty()) {
        text.append(lastFirst.pop().canonical(relaxedHeader));
      }
    }
    return text.append(field.canonicalUnsigned(relaxedHeader)).toString();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Why the signature does not verify; null if it does. */
  @Nullable String flaw(
      RawMessage message, DkimKey key, Map<BodyHash.Wanted, BodyHash.Computed> bodies) {
    BodyHash.Computed computed = bodies.get(body);
    if (computed == null) {
      throw new IllegalArgumentException("no hash of the body for " + body);
    }
    if (body.limit() != Long.MAX_VALUE && computed.length() < body.limit()) {
      return "the body is shorter than the tag l says";
    }
    if (!computed.hash().equals(bodyHash)) {
      return "the body is not the one that was signed";
    }
    if (!algorithm.verifies(key.key(), signedText(message), signature)) {
      return "the signature does not fit the header fields of the message and the key";
    }
    return null;
  }
}
