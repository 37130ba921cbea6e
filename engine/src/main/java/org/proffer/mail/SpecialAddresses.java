package org.proffer.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that belong to nobody on the public network: private, reserved, for documentation (RFC
 * 6890, from {@code special-addresses.csv}).
 */
public final class SpecialAddresses {
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
  private static final List<Block> BLOCKS = load();

  /** A block of addresses by its first bytes. */
  private record Block(byte[] network, int bits, String name) {
    boolean contains(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private SpecialAddresses() {}

  /**
   * What the address is kept for; empty for one of the public network, and for a text that is no
   * address.
   *
   * @param address textual, IPv4 or IPv6, without brackets; never looked up as a name
   */
  public static Optional<String> purpose(String address) {
    byte[] bytes = bytes(address);
    return BLOCKS.stream().filter(block -> block.contains(bytes)).map(Block::name).findFirst();
  }

  private static byte[] bytes(String address) {
    if (!LITERAL.matcher(address).matches()) {
      return new byte[0];
    }
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException noAddress) {
      return new byte[0];
    }
  }

  private static List<Block> load() {
    InputStream in = SpecialAddresses.class.getResourceAsStream("special-addresses.csv");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(SpecialAddresses::block).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Block block(String line) {
    String[] cells = line.split(",", 3);
    int slash = cells[0].indexOf('/');
    return new Block(
        bytes(cells[0].substring(0, slash)),
        Integer.parseInt(cells[0].substring(slash + 1)),
        cells[1]);
  }
}
