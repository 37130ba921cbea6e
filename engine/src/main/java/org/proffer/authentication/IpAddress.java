package org.proffer.authentication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address read from its text form; unlike {@code InetAddress} it can never ask the
 * DNS for a name.
 */
final class IpAddress {
  private final int[] octets;

  private IpAddress(int[] octets) {
    this.octets = octets;
  }

  /** The address of the text; an IPv4-mapped IPv6 address is the IPv4 address (RFC 7208 5). */
  static Optional<IpAddress> parse(String text) {
    Optional<int[]> octets = text.indexOf(':') >= 0 ? v6(text) : v4(text);
    return octets.map(o -> new IpAddress(isMapped(o) ? Arrays.copyOfRange(o, 12, 16) : o));
  }

  private static boolean isMapped(int[] octets) {
    if (octets.length != 16 || octets[10] != 0xff || octets[11] != 0xff) {
      return false;
    }
    return Arrays.stream(octets, 0, 10).allMatch(o -> o == 0);
  }

  private static Optional<int[]> v4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    int[] octets = new int[4];
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
        return Optional.empty();
      }
      octets[i] = Integer.parseInt(parts[i]);
    }
    return Optional.of(octets);
  }

  private static Optional<int[]> v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(g -> g.size() == 16).map(IpAddress::array);
    }
    String after = text.substring(gap + 2);
    if (after.contains("::") || after.startsWith(":")) {
      return Optional.empty();
    }
    Optional<List<Integer>> left = groups(text.substring(0, gap));
    Optional<List<Integer>> right = groups(after);
    if (left.isEmpty() || right.isEmpty() || left.get().size() + right.get().size() > 14) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(left.get());
    while (all.size() + right.get().size() < 16) {
      all.add(0);
    }
    all.addAll(right.get());
    return Optional.of(array(all));
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> octets = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(octets);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      Optional<int[]> tail = i == parts.length - 1 ? v4(parts[i]) : Optional.empty();
      if (tail.isPresent()) {
        Arrays.stream(tail.get()).forEach(octets::add);
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        int group = Integer.parseInt(parts[i], 16);
        octets.add(group >> 8);
        octets.add(group & 0xff);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(octets);
  }

  private static int[] array(List<Integer> octets) {
    return octets.stream().mapToInt(Integer::intValue).toArray();
  }

  boolean isV4() {
    return octets.length == 4;
  }

  /** Whether both addresses are of one family and agree in the first {@code bits} bits. */
  boolean isIn(IpAddress network, int bits) {
    if (network.octets.length != octets.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((octets[i / 8] & mask) != (network.octets[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** The form of the SPF macro {@code %{i}}: dotted quads, or dotted nibbles for IPv6. */
  String dotted() {
    List<String> parts = new ArrayList<>();
    for (int octet : octets) {
      if (isV4()) {
        parts.add(Integer.toString(octet));
      } else {
        parts.add(Integer.toHexString(octet >> 4).toUpperCase(Locale.ROOT));
        parts.add(Integer.toHexString(octet & 15).toUpperCase(Locale.ROOT));
      }
    }
    return String.join(".", parts);
  }

  /** The name under which a PTR record of the address stands. */
  String reverseName() {
    List<String> parts = new ArrayList<>(List.of(dotted().split("\\.")));
    Collections.reverse(parts);
    return String.join(".", parts) + (isV4() ? ".in-addr.arpa" : ".ip6.arpa");
  }

  /** The text form people write; IPv6 without compression of zeros is avoided (RFC 5952). */
  @Override
  public String toString() {
    if (isV4()) {
      return dotted();
    }
    int[] groups = new int[8];
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      groups[i] = (octets[2 * i] << 8) | octets[2 * i + 1];
    }
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > bestLength) {
        best = i;
        bestLength = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        text.append("::");
        i += bestLength - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress ip && Arrays.equals(octets, ip.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }
}
