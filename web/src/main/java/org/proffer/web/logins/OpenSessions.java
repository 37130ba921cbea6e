package org.proffer.web.logins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.proffer.logins.SignIns;

/**
 * Which sessions may go on: for twelve hours at most (FBI CJIS Security Policy, IA-5), and while
 * the login is open. The database is asked every fifteen seconds at most for each session's login.
 */
@ApplicationScoped
class OpenSessions {
  static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration ASKED_EVERY = Duration.ofSeconds(15);

  @Inject private SignIns signIns;
  @Inject private Clock clock;

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(Instant begun, boolean good, Instant askedAt) {}

  boolean mayGoOn(String login, Instant begun) {
    Instant now = clock.instant();
    if (!now.isBefore(begun.plus(LONGEST))) {
      return false;
    }
    Answer known = answers.get(login);
    if (known == null
        || !known.begun().equals(begun)
        || !now.isBefore(known.askedAt().plus(ASKED_EVERY))) {
      known = new Answer(begun, signIns.mayGoOn(login, begun), now);
      answers.put(login, known);
    }
    return known.good();
  }

  /** Asks anew at the next request. */
  void forget(String login) {
    answers.remove(login);
  }
}
