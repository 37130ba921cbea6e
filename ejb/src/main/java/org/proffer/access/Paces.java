package org.proffer.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Counts what costs much, by person and by address, and refuses what comes too fast. One request
 * pays for a pace once. Work that no request asked for pays nothing.
 *
 * <p>The limits stand in {@link Pace}; {@code PROFFER_LIMITS} in the environment replaces some of
 * them, for example {@code search=200/4000,export=5/50}: a minute's worth for a person, and for an
 * address.
 */
@ApplicationScoped
public class Paces {
  private static final ThreadLocal<@Nullable Request> REQUEST = new ThreadLocal<>();

  @Inject private Caller caller;
  @Inject private Clock clock;

  private final Map<Pace, Pace.Limit> limits = PaceLimits.of(System.getenv("PROFFER_LIMITS"));
  private final PaceMeter meter = new PaceMeter();

  /** The request of this thread: where it comes from, and what it has paid for. */
  private record Request(String address, Set<Pace> paid) {}

  /** Limits that cannot be read are told at the start, not at the first search. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // That there is one of these is enough: it has read them.
  }

  /** Does the work of a request that came from an address of the network. */
  public static <T> T from(String address, Callable<T> work) throws Exception {
    Request before = REQUEST.get();
    REQUEST.set(new Request(address, EnumSet.noneOf(Pace.class)));
    try {
      return work.call();
    } finally {
      if (before == null) {
        REQUEST.remove();
      } else {
        REQUEST.set(before);
      }
    }
  }

  /**
   * Pays for something in the name of the caller.
   *
   * @throws TooFast if the person or the address has asked too much of it within the minute
   */
  public void pay(Pace pace) {
    pay(pace, caller.login());
  }

  /**
   * Pays for something in the name of somebody who is not in yet.
   *
   * @throws TooFast as above
   */
  public void pay(Pace pace, String login) {
    Request request = REQUEST.get();
    if (request == null || !request.paid().add(pace)) {
      return;
    }
    Pace.Limit limit = limits.getOrDefault(pace, pace.limit());
    // A password is tried by nobody yet: whoever hammers a name from one place stops nobody else.
    String person = pace == Pace.LOGIN ? login + " " + request.address() : login;
    Instant now = clock.instant();
    Duration wait = meter.pay(pace + " from " + request.address(), limit.ofAddress(), now);
    if (wait.isZero() && !login.equals(Caller.NOBODY)) {
      wait = meter.pay(pace + " by " + person, limit.ofPerson(), now);
    }
    if (!wait.isZero()) {
      throw new TooFast(pace, wait);
    }
  }
}
