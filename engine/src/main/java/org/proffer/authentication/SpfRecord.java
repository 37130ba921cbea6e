package org.proffer.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An SPF record as RFC 7208 section 4.6.1 reads it: a syntax error anywhere spoils all of it.
 *
 * @param mechanisms in the order of the record
 * @param redirect where to go on if no mechanism matches
 * @param explanation where the explanation of a failure stands
 */
record SpfRecord(
    List<Mechanism> mechanisms, @Nullable SpfMacro redirect, @Nullable SpfMacro explanation) {
  private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)=(.*)");
  private static final Pattern MECHANISM =
      Pattern.compile("([+?~-]?)([A-Za-z][A-Za-z0-9_.-]*)(.*)");
  private static final Pattern PREFIXES =
      Pattern.compile("(.*?)(?:/(0|[1-9]\\d{0,2}))?(?://(0|[1-9]\\d{0,2}))?");
  private static final Pattern NETWORK = Pattern.compile(":([^/]+)(?:/(0|[1-9]\\d{0,2}))?");

  /** The kinds of mechanisms. */
  enum Kind {
    ALL,
    INCLUDE,
    A,
    MX,
    PTR,
    IP4,
    IP6,
    EXISTS;

    /** Whether the mechanism counts against the limit of DNS lookups. */
    boolean asksDns() {
      return this != ALL && this != IP4 && this != IP6;
    }
  }

  /**
   * One mechanism.
   *
   * @param written as it stands in the record
   * @param onMatch the result if it matches
   * @param kind what it compares
   * @param domain the domain-spec; null for the current domain
   * @param network the network of ip4 and ip6
   * @param bits4 prefix length for IPv4
   * @param bits6 prefix length for IPv6
   */
  record Mechanism(
      String written,
      Outcome onMatch,
      Kind kind,
      @Nullable SpfMacro domain,
      @Nullable IpAddress network,
      int bits4,
      int bits6) {}

  /** Whether a TXT record claims to be an SPF record. */
  static boolean isSpf(String text) {
    String start = text.toLowerCase(Locale.ROOT);
    return start.equals("v=spf1") || start.startsWith("v=spf1 ");
  }

  static SpfRecord read(String text) throws Stopped {
    List<Mechanism> mechanisms = new ArrayList<>();
    SpfMacro redirect = null;
    SpfMacro explanation = null;
    for (String term : text.substring("v=spf1".length()).split(" ", -1)) {
      if (term.isEmpty()) {
        continue;
      }
      Matcher modifier = MODIFIER.matcher(term);
      if (!modifier.matches()) {
        mechanisms.add(mechanism(term));
        continue;
      }
      String name = modifier.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("redirect")) {
        refuseSecond(redirect, name);
        redirect = SpfMacro.domainSpec(modifier.group(2));
      } else if (name.equals("exp")) {
        refuseSecond(explanation, name);
        explanation = SpfMacro.domainSpec(modifier.group(2));
      } else {
        SpfMacro.modifierValue(modifier.group(2));
      }
    }
    return new SpfRecord(List.copyOf(mechanisms), redirect, explanation);
  }

  private static void refuseSecond(@Nullable SpfMacro first, String name) throws Stopped {
    if (first != null) {
      throw Stopped.permanently("the modifier " + name + " stands twice");
    }
  }

  private static Mechanism mechanism(String term) throws Stopped {
    Matcher written = MECHANISM.matcher(term);
    if (!written.matches()) {
      throw Stopped.permanently("'" + term + "' is no mechanism and no modifier");
    }
    Outcome onMatch =
        switch (written.group(1)) {
          case "-" -> Outcome.FAIL;
          case "~" -> Outcome.SOFTFAIL;
          case "?" -> Outcome.NEUTRAL;
          default -> Outcome.PASS;
        };
    Kind kind = kind(written.group(2));
    String argument = written.group(3);
    return switch (kind) {
      case ALL -> {
        if (!argument.isEmpty()) {
          throw Stopped.permanently("'" + term + "': all takes no argument");
        }
        yield new Mechanism(term, onMatch, kind, null, null, 32, 128);
      }
      case IP4, IP6 -> network(term, onMatch, kind, argument);
      case INCLUDE, EXISTS -> {
        if (!argument.startsWith(":")) {
          throw Stopped.permanently("'" + term + "' names no domain");
        }
        SpfMacro domain = SpfMacro.domainSpec(argument.substring(1));
        yield new Mechanism(term, onMatch, kind, domain, null, 32, 128);
      }
      case PTR -> new Mechanism(term, onMatch, kind, optional(term, argument), null, 32, 128);
      case A, MX -> {
        Matcher prefixes = PREFIXES.matcher(argument);
        if (!prefixes.matches()) {
          throw Stopped.permanently("'" + term + "' is malformed");
        }
        yield new Mechanism(
            term,
            onMatch,
            kind,
            optional(term, prefixes.group(1)),
            null,
            bits(term, prefixes.group(2), 32),
            bits(term, prefixes.group(3), 128));
      }
    };
  }

  private static Kind kind(String name) throws Stopped {
    try {
      return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Stopped.permanently("there is no mechanism '" + name + "'");
    }
  }

  private static @Nullable SpfMacro optional(String term, String argument) throws Stopped {
    if (argument.isEmpty()) {
      return null;
    }
    if (!argument.startsWith(":")) {
      throw Stopped.permanently("'" + term + "' is malformed");
    }
    return SpfMacro.domainSpec(argument.substring(1));
  }

  private static int bits(String term, @Nullable String written, int most) throws Stopped {
    if (written == null) {
      return most;
    }
    int bits = Integer.parseInt(written);
    if (bits > most) {
      throw Stopped.permanently("'" + term + "': a prefix longer than " + most);
    }
    return bits;
  }

  private static Mechanism network(String term, Outcome onMatch, Kind kind, String argument)
      throws Stopped {
    Matcher network = NETWORK.matcher(argument);
    if (!network.matches()) {
      throw Stopped.permanently("'" + term + "' names no network");
    }
    boolean colon = network.group(1).indexOf(':') >= 0;
    Optional<IpAddress> address = IpAddress.parse(network.group(1));
    if (address.isEmpty() || colon == (kind == Kind.IP4)) {
      throw Stopped.permanently("'" + term + "' is not a network of that kind");
    }
    int bits = bits(term, network.group(2), kind == Kind.IP4 ? 32 : 128);
    if (kind == Kind.IP6 && address.get().isV4()) {
      bits = Math.max(0, bits - 96);
    }
    return new Mechanism(term, onMatch, kind, null, address.get(), bits, bits);
  }

  /** Whether the record says what holds for every host. */
  boolean hasAll() {
    return mechanisms.stream().anyMatch(mechanism -> mechanism.kind() == Kind.ALL);
  }
}
