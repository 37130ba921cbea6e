package org.proffer.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that are often impersonated, and the domains they send from. */
final class Brands {
  private static final int START = 6;
  private static final Brands SHIPPED = shipped();

  /**
   * One name.
   *
   * @param name lower-case words with single spaces
   * @param joined the name without spaces
   * @param common whether it is also an ordinary word or a person's name, so that it says little
   *     unless it stands alone or beside the name of an office
   * @param domains registered domains it sends from
   */
  record Brand(String name, String joined, boolean common, Set<String> domains) {
    Brand(String name, boolean common, Set<String> domains) {
      this(name, name.replace(" ", ""), common, domains);
    }

    /** Whether mail from the domain can be its own. */
    boolean owns(String domain) {
      String registered = Domains.registered(domain);
      return domains.contains(registered)
          || Domains.name(domain).equals(joined())
          || domain.endsWith("." + joined());
    }
  }

  private final List<Brand> brands = new ArrayList<>();
  private final Map<String, List<Brand>> byFirstWord = new HashMap<>();
  private final Map<String, List<Brand>> byStart = new HashMap<>();
  private final Set<String> domains = new HashSet<>();

  private Brands(List<String> lines) {
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\\|", -1);
      boolean common = columns[0].endsWith("?");
      String name = columns[0].replace("?", "").strip();
      Set<String> owned = Set.of(columns[1].strip().split(",", -1));
      domains.addAll(owned);
      add(new Brand(name, common, owned));
      if (name.contains(" and ")) {
        add(new Brand(name.replace(" and ", " "), common, owned));
      }
    }
  }

  private void add(Brand brand) {
    String name = brand.name();
    int space = name.indexOf(' ');
    brands.add(brand);
    byFirstWord
        .computeIfAbsent(space < 0 ? name : name.substring(0, space), k -> new ArrayList<>())
        .add(brand);
    if (space < 0 && name.length() >= START && !brand.common()) {
      byStart.computeIfAbsent(name.substring(0, START), k -> new ArrayList<>()).add(brand);
    }
  }

  static Brands get() {
    return SHIPPED;
  }

  /** Whether the domain belongs to one of the names. */
  boolean isOwned(String domain) {
    return domains.contains(Domains.registered(domain));
  }

  /**
   * The longest name among words.
   *
   * @param words lower case, single spaces
   */
  @Nullable Brand in(String words) {
    Brand best = null;
    for (Brand brand : allIn(words)) {
      if (best == null || brand.name().length() > best.name().length()) {
        best = brand;
      }
    }
    return best;
  }

  /** All names among words, in order. */
  List<Brand> allIn(String words) {
    List<Brand> found = new ArrayList<>();
    for (int at = 0; at >= 0 && at < words.length(); ) {
      int end = words.indexOf(' ', at);
      String first = words.substring(at, end < 0 ? words.length() : end);
      Brand within = startOf(first);
      if (within != null) {
        found.add(within);
      }
      for (Brand brand : byFirstWord.getOrDefault(first, List.of())) {
        int to = at + brand.name().length();
        if (words.startsWith(brand.name(), at)
            && (to == words.length() || words.charAt(to) == ' ')) {
          found.add(brand);
        }
      }
      at = end < 0 ? -1 : end + 1;
    }
    return found;
  }

  /** The name of one long word that a longer word begins with; null where none. */
  private @Nullable Brand startOf(String word) {
    if (word.length() < START + 2) {
      return null;
    }
    for (Brand brand : byStart.getOrDefault(word.substring(0, START), List.of())) {
      String name = brand.name();
      if (word.length() >= name.length() + 2
          && word.startsWith(name)
          && Lexicon.get().read(word.substring(name.length())).count(Topic.OFFICE) > 0) {
        return brand;
      }
    }
    return null;
  }

  /** The name that a label imitates by one letter, or by letters and a tail; null where none. */
  @Nullable Brand imitatedBy(String label) {
    String folded = label.replace('0', 'o').replace('1', 'l').replace("-", "");
    for (Brand brand : brands) {
      String joined = brand.joined();
      boolean near =
          Math.abs(joined.length() - label.length()) <= 1 || joined.length() == folded.length();
      if (!near || joined.length() < 6 || label.equals(joined) || brand.common()) {
        continue;
      }
      if (folded.equals(joined) || isOneLetterFrom(label, joined)) {
        return brand;
      }
    }
    return null;
  }

  /**
   * The name that a part of a label between hyphens and digits is; null where none.
   *
   * @param label as {@code name-login2}
   */
  @Nullable Brand heldBy(String label) {
    int from = 0;
    for (int i = 0; i <= label.length(); i++) {
      if (i == label.length() || !Character.isLetter(label.charAt(i))) {
        if (i - from >= 5 && i - from < label.length()) {
          for (Brand brand : byFirstWord.getOrDefault(label.substring(from, i), List.of())) {
            if (!brand.common() && brand.name().length() == i - from) {
              return brand;
            }
          }
        }
        from = i + 1;
      }
    }
    return null;
  }

  /** Whether a word begins names of more than one owner, as that of a country does. */
  boolean isShared(String firstWord) {
    Set<String> owners = new HashSet<>();
    for (Brand brand : byFirstWord.getOrDefault(firstWord, List.of())) {
      if (brand.name().indexOf(' ') > 0 && brand.domains().stream().noneMatch(owners::contains)) {
        owners.add(brand.domains().iterator().next());
      }
    }
    return owners.size() > 1;
  }

  /** Whether two words differ by one letter changed, left out, put in, or swapped with the next. */
  static boolean isOneLetterFrom(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || a.equals(b)) {
      return false;
    }
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    String restA = a.substring(i);
    String restB = b.substring(i);
    if (restA.length() == restB.length()) {
      return restA.substring(1).equals(restB.substring(1))
          || (restA.length() > 1
              && restA.charAt(0) == restB.charAt(1)
              && restA.charAt(1) == restB.charAt(0)
              && restA.substring(2).equals(restB.substring(2)));
    }
    return restA.length() > restB.length()
        ? restA.substring(1).equals(restB)
        : restB.substring(1).equals(restA);
  }

  private static Brands shipped() {
    try (InputStream in = Brands.class.getResourceAsStream("brands.txt")) {
      if (in == null) {
        throw new IllegalStateException("brands.txt is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Brands(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
