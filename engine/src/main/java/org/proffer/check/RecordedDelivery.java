package org.proffer.check;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.authentication.Delivery;
import org.proffer.authentication.DnsSnapshot;
import org.proffer.authentication.PublicSuffixes;
import org.proffer.authentication.SenderAuthentication;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Transmission;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Hop;
import org.proffer.mail.ParsedMessage;

/**
 * What is recorded of the DNS and of the servers that received the mail, by which senders are
 * authenticated.
 *
 * <p>A Received line is believed only where the caller names the server that wrote it. The topmost
 * line of such a server tells who handed the message in: address, HELO and time. A line further
 * down may be forged even if it has the name of the server, so the server has to be one that all of
 * the mail passed. A Return-Path above that line, written at delivery, tells MAIL FROM. Without
 * such a line the client is unknown, so SPF is not evaluable, and the time is the one recorded of
 * the transmission, or else that of the top Received line, or else of the Date field; the result
 * says which.
 */
public final class RecordedDelivery {
  /** Nothing is recorded: no result is evaluable, and no message is read for it. */
  public static final RecordedDelivery NONE = new RecordedDelivery(null, Set.of());

  static final CheckedSender NO_DNS = CheckedSender.notEvaluable("no recorded DNS data was given");
  private static final CheckedSender NO_TIME =
      CheckedSender.notEvaluable("when the message was received is not known");

  private final @Nullable SenderAuthentication authentication;
  private final Set<String> receivingServers;

  private RecordedDelivery(
      @Nullable SenderAuthentication authentication, Set<String> receivingServers) {
    this.authentication = authentication;
    this.receivingServers = receivingServers;
  }

  /**
   * Senders by this recorded data.
   *
   * @param tolerance how far from the time of receipt DNS data may have been recorded, included
   * @param suffixes the public suffix list of the time, if any
   * @param receivingServers the hosts whose Received lines are believed, by the name after {@code
   *     by}, in any case: those through which all of the mail came in
   * @throws IllegalArgumentException if {@code tolerance} is negative
   */
  public static RecordedDelivery of(
      DnsSnapshot dns,
      Duration tolerance,
      @Nullable PublicSuffixes suffixes,
      List<String> receivingServers) {
    return new RecordedDelivery(
        new SenderAuthentication(dns, tolerance, suffixes, receivingServers),
        receivingServers.stream()
            .map(server -> server.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  CheckedSender check(ByteSource source, ParsedMessage message, RecordedFacts recorded)
      throws IOException {
    if (authentication == null) {
      return NO_DNS;
    }
    Hop entry = entry(message.hops());
    Instant handedIn = entry == null ? null : entry.at();
    if (entry != null && handedIn != null) {
      return new CheckedSender(
          handedIn,
          "Received line of " + entry.by(),
          authentication.evaluate(source, delivery(entry, handedIn, message)));
    }
    Optional<Transmission> transmission = recorded.last(Transmission.class);
    if (transmission.isPresent()) {
      return at(transmission.get().at(), transmission.get().source(), authentication, source);
    }
    Instant top = message.hops().isEmpty() ? null : message.hops().get(0).at();
    if (top != null) {
      return at(top, "top Received line", authentication, source);
    }
    Instant date = message.date();
    return date == null ? NO_TIME : at(date, "Date field", authentication, source);
  }

  private static CheckedSender at(
      Instant moment, String says, SenderAuthentication by, ByteSource source) throws IOException {
    return new CheckedSender(moment, says, by.evaluate(source, Delivery.at(moment)));
  }

  private @Nullable Hop entry(List<Hop> hops) {
    for (Hop hop : hops) {
      String by = hop.by();
      if (by != null && receivingServers.contains(by.toLowerCase(Locale.ROOT))) {
        return hop;
      }
    }
    return null;
  }

  private static Delivery delivery(Hop entry, Instant handedIn, ParsedMessage message) {
    String address = entry.fromAddress();
    String client = address != null && Delivery.isAddress(address) ? address : null;
    String mailFrom =
        message.headers().stream()
            .filter(field -> field.is("Return-Path") && field.offset() < entry.offset())
            .map(field -> field.value().strip())
            .filter(value -> value.startsWith("<") && value.endsWith(">"))
            .map(value -> value.substring(1, value.length() - 1))
            .findFirst()
            .orElse(null);
    return new Delivery(client, entry.from(), mailFrom, handedIn);
  }
}
