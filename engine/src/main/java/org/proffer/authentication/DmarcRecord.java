package org.proffer.authentication;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The policy a domain publishes (RFC 7489 section 6.3).
 *
 * @param policy what to do with mail of the domain itself: {@code none}, {@code quarantine} or
 *     {@code reject}
 * @param subdomainPolicy what to do with mail of its subdomains
 * @param strictDkim whether the signing domain must be the very domain
 * @param strictSpf whether the domain of SPF must be the very domain
 */
record DmarcRecord(String policy, String subdomainPolicy, boolean strictDkim, boolean strictSpf) {
  private static final List<String> POLICIES = List.of("none", "quarantine", "reject");

  /** Whether a TXT record claims to be a DMARC record. */
  static boolean isDmarc(String text) {
    return text.strip().matches("(?s)v\\s*=\\s*DMARC1\\s*(?:;.*)?");
  }

  static DmarcRecord read(String text) throws Stopped {
    TagList tags = TagList.read(text);
    Optional<String> policy = tags.get("p").map(DmarcRecord::lower).filter(POLICIES::contains);
    Optional<String> sub = tags.get("sp").map(DmarcRecord::lower);
    boolean malformed = policy.isEmpty() || (sub.isPresent() && !POLICIES.contains(sub.get()));
    if (malformed && tags.get("rua").filter(uri -> uri.contains(":")).isEmpty()) {
      throw Stopped.permanently("the DMARC record states no valid policy");
    }
    String stated = malformed ? "none" : policy.orElse("none");
    return new DmarcRecord(
        stated,
        malformed ? "none" : sub.orElse(stated),
        tags.get("adkim").map(DmarcRecord::lower).orElse("r").equals("s"),
        tags.get("aspf").map(DmarcRecord::lower).orElse("r").equals("s"));
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
