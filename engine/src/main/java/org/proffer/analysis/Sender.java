package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who the From line says it is, and how that agrees with the address.
 *
 * @param words the display name in lower-case words
 * @param brand the known name it claims; null where none
 * @param aligned whether a word of the display name, or its initials, stands in the domain
 * @param free whether anybody can have an address at the domain
 * @param domain of the address
 */
record Sender(
    String words, Brands.@Nullable Brand brand, boolean aligned, boolean free, String domain) {
  private static final Set<String> FILLERS =
      Set.of(
          "the",
          "and",
          "from",
          "team",
          "inc",
          "llc",
          "ltd",
          "corp",
          "company",
          "your",
          "via",
          "news",
          "newsletter",
          "info",
          "for",
          "support",
          "service",
          "services",
          "customer",
          "online",
          "center",
          "notice",
          "account",
          "rewards",
          "shop",
          "store",
          "mail",
          "email",
          "club",
          "daily",
          "weekly",
          "reply",
          "alert",
          "alerts",
          "security",
          "management",
          "dept",
          "department",
          "noreply",
          "member",
          "members",
          "update",
          "updates",
          "with",
          "com");

  static Sender of(Headers headers) {
    String words = words(headers.from().displayName());
    String domain = headers.from().domain();
    Brands.Brand brand = Brands.get().in(words);
    if (brand == null) {
      brand = Brands.get().in(words(Homographs.unmasked(headers.from().displayName())));
    }
    return new Sender(words, brand, isAligned(words, domain), Domains.isFree(domain), domain);
  }

  /** Lower-case words of Latin letters and digits, look-alike letters read as what they imitate. */
  static String words(String text) {
    String name = Homographs.plain(text);
    StringBuilder out = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < name.length(); i++) {
      char c = Homographs.fold(name.charAt(i));
      if (PlainText.isInvisible(c)
          || c == '\''
          || c == '\u2019'
          || c == '\u00ae'
          || c == '\u2122'
          || c == '\ufffd') {
        continue;
      }
      if (Character.isLetterOrDigit(c)) {
        if (space && out.length() > 0) {
          out.append(' ');
        }
        space = false;
        out.append(Character.toLowerCase(c));
      } else {
        space = true;
      }
    }
    return out.toString();
  }

  private static boolean isAligned(String words, String domain) {
    String label = domain.replace(".", "").replace("-", "");
    if (words.isEmpty() || domain.indexOf('.') <= 0 || domain.indexOf('[') >= 0) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    List<String> tokens = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      initials.append(word.charAt(0));
      if (word.length() >= 3 && !FILLERS.contains(word)) {
        tokens.add(word);
      }
    }
    for (String token : tokens) {
      if (label.contains(token) || (token.length() >= 5 && label.contains(token.substring(0, 5)))) {
        return true;
      }
    }
    String name = Domains.name(domain).replace("-", "");
    return (name.length() >= 3 && !FILLERS.contains(name) && words.replace(" ", "").contains(name))
        || (initials.length() >= 2 && name.startsWith(initials.toString()));
  }

  /** Whether the domain is that of the brand, or of one that delivers for known customers. */
  boolean mayBeBrand() {
    return brand == null
        || brand.owns(domain)
        || (Domains.isDeliverer(domain) && !Domains.isOpen(domain));
  }

  /**
   * Whether the name joins a brand with words of its own that the domain bears out, as a dealer's
   * or a charity's does.
   */
  boolean isPartner() {
    return brand != null && isAligned(words.replace(brand.name(), " ").strip(), domain);
  }

  /** Whether a part of the address repeats the display name, as a person's own address does. */
  static boolean sharesName(String words, String localPart) {
    String local = localPart.toLowerCase(Locale.ROOT);
    for (String word : words.split(" ", -1)) {
      if (word.length() >= 3
          && (local.contains(word)
              || (word.length() >= 5 && local.contains(word.substring(0, 4))))) {
        return true;
      }
    }
    return false;
  }
}
