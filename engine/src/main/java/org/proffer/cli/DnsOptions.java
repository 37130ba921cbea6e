package org.proffer.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.authentication.DnsSnapshot;
import org.proffer.authentication.PublicSuffixes;
import org.proffer.check.RecordedDelivery;
import picocli.CommandLine.Option;

/** The recorded DNS data by which senders are authenticated; the DNS itself is never asked. */
final class DnsOptions {
  @Option(
      names = "--dns",
      paramLabel = "SNAPSHOT",
      description = "Recorded DNS data, by which SPF, DKIM, DMARC and ARC are decided.")
  private @Nullable Path snapshot;

  @Option(
      names = "--dns-within",
      paramLabel = "DAYS",
      description =
          "How far from a message's receipt the data may be recorded (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--public-suffixes",
      paramLabel = "LIST",
      description = "A public suffix list, by which DMARC finds the organization's domain.")
  private @Nullable Path suffixes;

  @Option(
      names = "--public-suffixes-of",
      paramLabel = "DATE",
      description = "The day the public suffix list is of.")
  private @Nullable LocalDate suffixesOf;

  @Option(
      names = "--receiving-server",
      paramLabel = "HOST",
      description =
          "A server through which all of the mail came in; its Received line tells SPF the client.")
  private List<String> receivingServers = List.of();

  /**
   * Reads what is named.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  RecordedDelivery read() throws IOException {
    if (snapshot == null) {
      if (suffixes != null || suffixesOf != null || days != 0 || !receivingServers.isEmpty()) {
        throw new IllegalArgumentException("what is recorded of the DNS needs --dns");
      }
      return RecordedDelivery.NONE;
    }
    try (Reader table = Files.newBufferedReader(snapshot, StandardCharsets.UTF_8)) {
      return RecordedDelivery.of(
          DnsSnapshot.read(table), Duration.ofDays(days), publicSuffixes(), receivingServers);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(snapshot + ": " + e.getMessage(), e);
    }
  }

  private @Nullable PublicSuffixes publicSuffixes() throws IOException {
    if (suffixes == null && suffixesOf == null) {
      return null;
    }
    if (suffixes == null || suffixesOf == null) {
      throw new IllegalArgumentException("--public-suffixes and --public-suffixes-of go together");
    }
    try (Reader list = Files.newBufferedReader(suffixes, StandardCharsets.UTF_8)) {
      return PublicSuffixes.read(
          list,
          suffixesOf.atStartOfDay(ZoneOffset.UTC).toInstant(),
          String.valueOf(suffixes.getFileName()));
    }
  }
}
