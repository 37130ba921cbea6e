package org.proffer.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
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

  /** A block of addresses: the network without the bits behind its prefix. */
  private record Block(BigInteger network, int width, int bits, String name) {
    boolean contains(byte[] address) {
      int rest = width - bits;
      return address.length * 8 == width
          && new BigInteger(1, address).shiftRight(rest).equals(network.shiftRight(rest));
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
    byte[] network = bytes(cells[0].substring(0, slash));
    return new Block(
        new BigInteger(1, network),
        network.length * 8,
        Integer.parseInt(cells[0].substring(slash + 1)),
        cells[1]);
  }
}
