package org.proffer.logins;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be: long enough, none that everybody tries, nothing of the login itself. No
 * kinds of characters are asked for, and it never has to be changed only because it is old (FBI
 * CJIS Security Policy, IA-5(1)(a)).
 */
final class PasswordRules {
  /** Characters at least. */
  static final int LEAST = 12;

  /**
   * How many passwords must be guessed before it, as a power of ten: too many for a bcrypt hash.
   */
  static final int LEAST_GUESSES_LOG10 = 10;

  /**
   * Knows 30,000 leaked passwords, English words, names and surnames, keyboards, dates, repeats.
   */
  private static final Zxcvbn GUESSER = new Zxcvbn();

  private static final Set<String> COMMON = read();
  private static final Set<String> OF_THE_PLACE =
      Set.of("proffer", "prosecutor", "paralegal", "compliance", "supervisor", "custodian");

  private PasswordRules() {}

  /** What is wrong with a password that somebody chose; empty if it may be used. */
  static Optional<String> objection(String login, String password) {
    String folded = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < LEAST) {
      return Optional.of("It has fewer than " + LEAST + " characters.");
    }
    if (Passwords.isTooLong(password)) {
      return Optional.of("It has more than " + Passwords.MOST_BYTES + " bytes.");
    }
    if (folded.chars().distinct().count() < 5 || isCommon(folded) || isGuessed(login, password)) {
      return Optional.of("It is one of those that are tried first.");
    }
    if (login.length() > 3 && folded.contains(login.toLowerCase(Locale.ROOT))) {
      return Optional.of("It contains the login.");
    }
    return Optional.empty();
  }

  /** Whether it comes early to who guesses with lists of leaked passwords, words and names. */
  private static boolean isGuessed(String login, String password) {
    List<String> known = new ArrayList<>(OF_THE_PLACE);
    known.add(login);
    return GUESSER.measure(password, known).getGuessesLog10() < LEAST_GUESSES_LOG10;
  }

  /** Whether what is left without digits and signs around it is a word that everybody tries. */
  private static boolean isCommon(String folded) {
    String core = folded.replaceAll("^[^a-z]+|[^a-z]+$", "");
    return COMMON.contains(folded)
        || COMMON.contains(core)
        || OF_THE_PLACE.contains(core)
        || COMMON.stream()
            .anyMatch(word -> word.length() > 4 && folded.replace(word, "").isEmpty());
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PasswordRules.class.getResourceAsStream("common-passwords.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
