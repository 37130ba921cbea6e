package org.proffer.authentication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies each DKIM-Signature of a message by RFC 6376 section 6.1, with the key recorded for the
 * time of receipt and the rules of that day.
 */
final class DkimCheck {
  /** How many signatures are verified; further ones are reported and not tried. */
  static final int MOST_SIGNATURES = 50;

  private static final int ACCEPTABLE_RSA_BITS = 1024;

  private record Read(
      RawField field,
      Map<String, String> properties,
      @Nullable TagList tags,
      @Nullable MessageSignature signature,
      @Nullable Stopped refused) {}

  private final RawMessage message;
  private final RecordedDns dns;
  private final Instant receivedAt;

  DkimCheck(RawMessage message, RecordedDns dns, Instant receivedAt) {
    this.message = message;
    this.dns = dns;
    this.receivedAt = receivedAt;
  }

  /** One evaluation for each signature in the order of the message; one that says none if none. */
  List<Evaluation> evaluate() throws IOException {
    List<RawField> fields = message.named("DKIM-Signature");
    if (fields.isEmpty()) {
      return List.of(
          evaluation(
              Outcome.NONE, "the message has no DKIM-Signature", Map.of(), List.of(), null, null));
    }
    List<Read> signatures = new ArrayList<>();
    for (RawField field : fields) {
      signatures.add(read(field, signatures.size() >= MOST_SIGNATURES));
    }
    Map<BodyHash.Wanted, BodyHash.Computed> bodies =
        BodyHash.compute(
            message,
            signatures.stream()
                .map(Read::signature)
                .flatMap(signature -> Optional.ofNullable(signature).stream())
                .map(MessageSignature::body)
                .toList());
    return signatures.stream().map(signature -> verify(signature, bodies)).toList();
  }

  private Read read(RawField field, boolean tooMany) {
    Map<String, String> properties = new LinkedHashMap<>();
    try {
      if (tooMany) {
        throw new Stopped(Outcome.POLICY, "more than " + MOST_SIGNATURES + " signatures");
      }
      TagList tags = TagList.read(field.value());
      for (String tag : List.of("d", "i", "s", "a")) {
        tags.get(tag).ifPresent(value -> properties.put("header." + tag, value));
      }
      version(tags);
      MessageSignature signature = MessageSignature.read(field, tags);
      if (!signature.signs("From")) {
        throw Stopped.permanently("the From field is not signed");
      }
      queryMethod(tags);
      identity(tags, signature);
      expiry(tags);
      return new Read(field, properties, tags, signature, null);
    } catch (Stopped refused) {
      return new Read(field, properties, null, null, refused);
    }
  }

  private void version(TagList tags) throws Stopped {
    String version = tags.get("v").orElse("");
    boolean draft = version.isEmpty() || version.startsWith("0.");
    if (!version.equals("1")
        && !(draft && !StandardsOfTheDay.DRAFT_VERSIONS_ENDED.holdsAt(receivedAt))) {
      throw Stopped.permanently("the signature is not of version 1");
    }
  }

  private static void queryMethod(TagList tags) throws Stopped {
    for (String method : tags.get("q").orElse("dns/txt").split(":", -1)) {
      if (method.strip().equals("dns/txt") || method.strip().equals("dns")) {
        return;
      }
    }
    throw Stopped.permanently("no query method is dns/txt");
  }

  private static void identity(TagList tags, MessageSignature signature) throws Stopped {
    String domain = identityDomain(tags, signature);
    if (!domain.equals(signature.domain()) && !domain.endsWith("." + signature.domain())) {
      throw Stopped.permanently("the identity is not of the signing domain");
    }
  }

  private static String identityDomain(TagList tags, MessageSignature signature) throws Stopped {
    Optional<String> identity = tags.get("i");
    if (identity.isEmpty()) {
      return signature.domain();
    }
    String decoded = quotedPrintable(identity.get());
    int at = decoded.lastIndexOf('@');
    if (at < 0) {
      throw Stopped.permanently("the identity has no domain");
    }
    return decoded.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  private void expiry(TagList tags) throws Stopped {
    Optional<Long> expires = tags.number("x");
    Optional<Long> signed = tags.number("t");
    if (expires.isPresent() && signed.isPresent() && expires.get() <= signed.get()) {
      throw Stopped.permanently("the signature expires before it is made");
    }
    if (expires.isPresent() && expires.get() < receivedAt.getEpochSecond()) {
      throw Stopped.permanently("the signature had expired when the message was received");
    }
  }

  private Evaluation verify(Read read, Map<BodyHash.Wanted, BodyHash.Computed> bodies) {
    MessageSignature signature = read.signature();
    TagList tags = read.tags();
    Stopped refused = read.refused();
    if (signature == null || tags == null) {
      Outcome outcome = refused == null ? Outcome.PERMERROR : refused.outcome();
      String reason = refused == null ? "" : refused.reason();
      return evaluation(outcome, reason, read.properties(), List.of(), read.field(), null);
    }
    DnsQueries queries = new DnsQueries(dns);
    List<String> notes = new ArrayList<>();
    try {
      DkimKey key =
          DkimKey.find(queries, signature.selector(), signature.domain(), signature.algorithm());
      keyFits(key, tags, signature);
      String flaw = signature.flaw(message, key, bodies);
      notes(notes, key, tags, signature, bodies.get(signature.body()));
      if (flaw != null) {
        return evaluation(Outcome.FAIL, flaw, read.properties(), notes, read.field(), queries);
      }
      boolean weak =
          signature.algorithm() == SigningAlgorithm.RSA_SHA1 || key.bits() < weakBelow(signature);
      boolean refusedAsWeak = weak && StandardsOfTheDay.WEAK_SIGNATURES_ENDED.holdsAt(receivedAt);
      return evaluation(
          refusedAsWeak ? Outcome.POLICY : Outcome.PASS,
          refusedAsWeak
              ? "the signature verifies, and RFC 8301 forbids relying on it"
              : "the signature of " + signature.domain() + " verifies",
          read.properties(),
          notes,
          read.field(),
          queries);
    } catch (NotRecorded missing) {
      return notRecorded(missing, read, queries);
    } catch (Stopped stopped) {
      return evaluation(
          stopped.outcome(), stopped.reason(), read.properties(), notes, read.field(), queries);
    }
  }

  private static int weakBelow(MessageSignature signature) {
    return signature.algorithm() == SigningAlgorithm.ED25519_SHA256 ? 0 : ACCEPTABLE_RSA_BITS;
  }

  private void keyFits(DkimKey key, TagList tags, MessageSignature signature) throws Stopped {
    if (key.strict() && !identityDomain(tags, signature).equals(signature.domain())) {
      throw Stopped.permanently("public key: it allows no identity of a subdomain");
    }
    if (!StandardsOfTheDay.GRANULARITY_ENDED.holdsAt(receivedAt)) {
      String identity = quotedPrintable(tags.get("i").orElse(""));
      if (!key.isFor(identity.substring(0, Math.max(0, identity.lastIndexOf('@'))))) {
        throw Stopped.permanently("public key: its tag g does not allow the identity (RFC 4871)");
      }
    }
  }

  /** Decodes the form of RFC 6376 section 2.11; what is malformed stays as it is. */
  private static String quotedPrintable(String text) {
    String bare = text.replaceAll("[ \t\r\n]+", "");
    StringBuilder decoded = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      if (bare.charAt(i) == '=' && isHex(bare, i + 1) && isHex(bare, i + 2)) {
        decoded.append((char) Integer.parseInt(bare.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        decoded.append(bare.charAt(i));
      }
    }
    return new String(
        decoded.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && HexFormat.isHexDigit(text.charAt(at));
  }

  private void notes(
      List<String> notes,
      DkimKey key,
      TagList tags,
      MessageSignature signature,
      BodyHash.@Nullable Computed body) {
    if (signature.algorithm() == SigningAlgorithm.RSA_SHA1) {
      notes.add("signed with SHA-1, which is weak (RFC 8301)");
    }
    if (key.bits() < weakBelow(signature)) {
      notes.add("an RSA key of " + key.bits() + " bits, which is weak (RFC 8301)");
    }
    if (!tags.get("v").orElse("").equals("1")) {
      notes.add("written by a draft of DKIM, before RFC 4871");
    }
    if (key.testing()) {
      notes.add("the domain says that it is only testing DKIM (t=y)");
    }
    if (body != null && body.length() > signature.body().limit()) {
      notes.add(
          "the last "
              + (body.length() - signature.body().limit())
              + " bytes of the body are not signed (l=)");
    }
    for (String name : List.of("From", "Subject", "Date", "To")) {
      long present = message.named(name).size();
      long covered = signature.signed().stream().filter(name::equalsIgnoreCase).count();
      if (present > covered) {
        notes.add((present - covered) + " " + name + " field(s) not covered by the signature");
      }
    }
  }

  private static Evaluation notRecorded(NotRecorded missing, Read read, DnsQueries queries) {
    return new Evaluation(
        Method.DKIM,
        Outcome.NOT_EVALUABLE,
        Evaluation.NO_RECORD + missing.lookup(),
        read.properties(),
        List.of(),
        List.of(missing.lookup()),
        queries.used(),
        List.of(read.field().span()));
  }

  private static Evaluation evaluation(
      Outcome outcome,
      String reason,
      Map<String, String> properties,
      List<String> notes,
      @Nullable RawField field,
      @Nullable DnsQueries queries) {
    return new Evaluation(
        Method.DKIM,
        outcome,
        reason,
        properties,
        notes,
        List.of(),
        queries == null ? List.of() : queries.used(),
        field == null ? List.of() : List.of(field.span()));
  }
}
