package org.proffer.authentication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a trusted server recorded of the SMTP session that brought the message: from its own
 * Received field or its log, given by the caller and never guessed from the message.
 *
 * @param client the IP address of the client, if recorded
 * @param helo the name the client gave, if recorded
 * @param mailFrom the address of MAIL FROM without angle brackets, empty for the null sender, if
 *     recorded
 * @param receivedAt when the message was received
 */
public record Delivery(
    @Nullable String client, @Nullable String helo, @Nullable String mailFrom, Instant receivedAt) {

  public Delivery {
    if (client != null && !isAddress(client)) {
      throw new IllegalArgumentException("not an IP address: " + client);
    }
  }

  /** Whether this text is an IPv4 or IPv6 address. */
  public static boolean isAddress(String text) {
    return IpAddress.parse(text).isPresent();
  }

  /** A delivery of which only the time is recorded, so that SPF is not evaluable. */
  public static Delivery at(Instant receivedAt) {
    return new Delivery(null, null, null, receivedAt);
  }
}
