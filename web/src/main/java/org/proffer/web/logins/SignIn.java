package org.proffer.web.logins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Pace;
import org.proffer.access.Paces;
import org.proffer.logins.SignIns;
import org.proffer.oidc.LoginServer;

/**
 * Brings a person into a session, by the page and by the API alike. The password is proved by the
 * service, which counts failures; only then is the server asked to log in.
 */
@ApplicationScoped
public class SignIn {
  private static final String BEGUN = SignIn.class.getName() + ".begun";
  private static final String PROVED = SignIn.class.getName() + ".proved";

  /** A login has one ticket: two who come in with the same one wait for each other. */
  private static final Object[] ONE_AT_A_TIME =
      java.util.stream.Stream.generate(Object::new).limit(64).toArray();

  @Inject private SignIns signIns;
  @Inject private Guesses guesses;
  @Inject private Paces paces;
  @Inject private OpenSessions sessions;
  @Inject private Clock clock;

  /** What became of it. */
  public enum Answer {
    /** The person is in. */
    IN,
    /** The password is right and must be replaced; nobody is in. */
    TO_BE_REPLACED,
    /** The password proves nothing. */
    REFUSED,
    /** Too many failures came from this address; nothing was tried. */
    WAIT,
    /** Logins are kept elsewhere; nothing was tried. */
    ELSEWHERE
  }

  /**
   * Logs in.
   *
   * @param chosen a password to replace the one that was given; null to keep it
   * @throws org.proffer.platform.InvalidInput if the chosen one cannot be used
   * @throws org.proffer.access.TooFast if passwords are tried too fast from there
   */
  public Answer in(
      HttpServletRequest request, String login, String password, @Nullable String chosen)
      throws ServletException {
    if (LoginServer.isUsed()) {
      return Answer.ELSEWHERE;
    }
    if (guesses.areTooMany(request.getRemoteAddr())) {
      return Answer.WAIT;
    }
    paces.pay(Pace.LOGIN, login);
    SignIns.Proof proof =
        chosen == null
            ? signIns.prove(login, password)
            : signIns.choose(login, password, chosen) ? SignIns.Proof.GOOD : SignIns.Proof.REFUSED;
    if (proof == SignIns.Proof.REFUSED) {
      guesses.failed(request.getRemoteAddr());
      return Answer.REFUSED;
    }
    if (proof == SignIns.Proof.TO_BE_REPLACED) {
      return Answer.TO_BE_REPLACED;
    }
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate(); // nothing of before the login goes on
    }
    if (request.getUserPrincipal() != null) {
      request.logout();
    }
    HttpSession session = request.getSession();
    synchronized (ONE_AT_A_TIME[Math.floorMod(login.hashCode(), ONE_AT_A_TIME.length)]) {
      request.login(login, signIns.ticket(login));
      signIns.cameIn(login);
    }
    request.changeSessionId();
    session.setAttribute(BEGUN, clock.instant());
    session.setAttribute(PROVED, clock.instant());
    sessions.forget(login);
    return Answer.IN;
  }

  /** Proves again that it is the person whose session it is. */
  public Answer again(HttpServletRequest request, String password) {
    if (LoginServer.isUsed()) {
      return Answer.ELSEWHERE;
    }
    if (guesses.areTooMany(request.getRemoteAddr())) {
      return Answer.WAIT;
    }
    paces.pay(Pace.LOGIN, request.getUserPrincipal().getName());
    if (signIns.prove(request.getUserPrincipal().getName(), password) != SignIns.Proof.GOOD) {
      guesses.failed(request.getRemoteAddr());
      return Answer.REFUSED;
    }
    request.getSession().setAttribute(PROVED, clock.instant());
    return Answer.IN;
  }

  /** When the session of a request began; null without one, or where logins are kept elsewhere. */
  static @Nullable Instant begun(HttpServletRequest request) {
    return time(request, BEGUN);
  }

  /** When the person last proved who they are; the epoch if that is not known. */
  public static Instant provedAt(HttpServletRequest request) {
    Instant proved = time(request, PROVED);
    return proved == null ? Instant.EPOCH : proved;
  }

  private static @Nullable Instant time(HttpServletRequest request, String name) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (Instant) session.getAttribute(name);
  }
}
