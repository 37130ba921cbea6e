package org.proffer.web.logins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.proffer.logins.SignIns;

/**
 * Which sessions may go on: for twelve hours at most (FBI CJIS Security Policy, IA-5), and while
 * the login is open. The database is asked every fifteen seconds at most for each login.
 */
@ApplicationScoped
class OpenSessions {
  static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration ASKED_EVERY = Duration.ofSeconds(15);

  @Inject private SignIns signIns;
  @Inject private Clock clock;

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  /** Since when the sessions of a login count; empty if none does. */
  private record Answer(Optional<Instant> since, Instant askedAt) {}

  boolean mayGoOn(String login, Instant begun) {
    Instant now = clock.instant();
    if (!now.isBefore(begun.plus(LONGEST))) {
      return false;
    }
    Answer known = answers.get(login);
    if (known == null || !now.isBefore(known.askedAt().plus(ASKED_EVERY))) {
      known = new Answer(signIns.sessionsSince(login), now);
      answers.put(login, known);
    }
    return known.since().filter(since -> !since.isAfter(begun)).isPresent();
  }

  /** Asks anew at the next request. */
  void forget(String login) {
    answers.remove(login);
  }
}
