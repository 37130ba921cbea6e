package org.proffer.authentication;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.mail.ByteSource;

/**
 * Evaluates SPF, DKIM, DMARC and ARC of a message from the DNS data recorded for its time, never
 * from live DNS.
 *
 * <p>A lookup that was not recorded makes the result {@link Outcome#NOT_EVALUABLE}, with the lookup
 * named; it is never read as an empty answer. Whether a result makes header information materially
 * misleading (15 U.S.C. § 7704(a)(1)) is not decided here. An instance has no state of its own and
 * may be used by several threads.
 */
public final class SenderAuthentication {
  private final DnsSnapshot snapshot;
  private final Duration tolerance;
  private final @Nullable PublicSuffixes suffixes;
  private final List<String> trustedServers;

  /**
   * An evaluation over recorded data.
   *
   * @param snapshot the recorded DNS answers
   * @param tolerance how far from the time of receipt an answer may have been recorded, included;
   *     part of what the evidence shows, so there is no default
   * @param suffixes the recorded public suffix list, if any; without it DMARC is evaluable only
   *     where no organizational domain is needed
   * @param trustedServers the authserv-ids whose Authentication-Results fields the caller trusts
   * @throws IllegalArgumentException if {@code tolerance} is negative
   */
  public SenderAuthentication(
      DnsSnapshot snapshot,
      Duration tolerance,
      @Nullable PublicSuffixes suffixes,
      List<String> trustedServers) {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("tolerance " + tolerance);
    }
    this.snapshot = snapshot;
    this.tolerance = tolerance;
    this.suffixes = suffixes;
    this.trustedServers = List.copyOf(trustedServers);
  }

  /**
   * Evaluates one message; the body is read as a stream, at most twice and once more for each
   * DomainKey-Signature.
   *
   * @throws IOException if the message cannot be read; nothing in its content throws
   */
  public AuthenticationReport evaluate(ByteSource message, Delivery delivery) throws IOException {
    RecordedDns dns = snapshot.at(delivery.receivedAt(), tolerance);
    Evaluation spf = SpfEvaluation.of(delivery, dns);
    RawMessage raw;
    try {
      raw = RawMessage.read(message);
    } catch (Stopped malformed) {
      return new AuthenticationReport(
          spf,
          List.of(unread(Method.DKIM, malformed)),
          List.of(),
          unread(Method.DMARC, malformed),
          unread(Method.ARC, malformed),
          List.of());
    }
    List<Evaluation> dkim = new DkimCheck(raw, dns, delivery.receivedAt()).evaluate();
    List<Evaluation> domainKeys = new DomainKeysCheck(raw, dns, delivery.receivedAt()).evaluate();
    Evaluation dmarc = new DmarcCheck(raw, dns, suffixes).evaluate(spf, dkim);
    Evaluation arc = new ArcCheck(raw, dns).evaluate();
    List<ResultsClaim> claims =
        raw.named("Authentication-Results").stream()
            .map(field -> ResultsClaim.read(field, trustedServers))
            .toList();
    return new AuthenticationReport(spf, dkim, domainKeys, dmarc, arc, claims);
  }

  private static Evaluation unread(Method method, Stopped malformed) {
    return new Evaluation(
        method,
        malformed.outcome(),
        malformed.reason(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
