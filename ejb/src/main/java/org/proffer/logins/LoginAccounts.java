package org.proffer.logins;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Role;
import org.proffer.access.SeparationOfDuties;
import org.proffer.audit.Act;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/**
 * The embedded logins, for the administrator. Nobody changes a login of their own, and no login is
 * ever removed: the audit log and the custody of items name it for good.
 */
@Stateless
public class LoginAccounts {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * A login with the password it was given, which is shown once.
   *
   * @param password to be replaced at the first login
   */
  public record Given(LoginView login, String password) {}

  /** All logins, in order. */
  public List<LoginView> all() {
    access.require(Action.MANAGE_LOGINS);
    List<?> rows =
        entities
            .createNativeQuery(
                "select a.login, a.display_name, a.enabled, a.locked_at, a.password_from, a.last_login_at,"
                    + " (select string_agg(r.role, ',' order by r.role) from proffer.login_role r where r.login = a.login)"
                    + " from proffer.login_account a order by a.login")
            .getResultList();
    return rows.stream().map(row -> view((Object[]) row)).toList();
  }

  private static LoginView view(Object[] row) {
    Set<Role> roles =
        row[6] == null
            ? Set.of()
            : Arrays.stream(((String) row[6]).split(","))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    return new LoginView(
        (String) row[0],
        (String) row[1],
        roles,
        (Boolean) row[2],
        (Instant) row[3],
        !row[4].equals("PERSON"),
        (Instant) row[5]);
  }

  private LoginView get(String login) {
    return all().stream()
        .filter(view -> view.login().equals(login))
        .findFirst()
        .orElseThrow(() -> new NotFound("login", login));
  }

  /**
   * Makes a login with a password that must be replaced at the first login.
   *
   * @throws InvalidInput if the name cannot be used or is taken, or the roles exclude each other
   */
  public Given create(String login, String displayName, Set<Role> roles) {
    Actor actor = access.requireFresh(Action.MANAGE_LOGINS);
    String name = login.strip();
    if (!name.matches("[a-z][a-z0-9._-]{2,62}")) {
      throw new InvalidInput(
          "login",
          "“" + login + "” cannot be a login.",
          "Use 3 to 63 of: small letters, digits, point, hyphen, underscore; a letter first.");
    }
    if (displayName.isBlank() || displayName.length() > 200) {
      throw new InvalidInput(
          "displayName", "There is no name to show.", "Write the person's name.");
    }
    if (all().stream().anyMatch(view -> view.login().equals(name))) {
      throw new InvalidInput(
          "login", "“" + name + "” is in use, or was.", "Choose another; no login is given twice.");
    }
    requireTogether(roles);
    String password = firstPassword();
    entities
        .createNativeQuery(
            "insert into proffer.login_account (login, display_name, password_hash, password_from, password_set_at)"
                + " values (:login, :name, :hash, 'ADMINISTRATOR', :now)")
        .setParameter("login", name)
        .setParameter("name", displayName.strip())
        .setParameter("hash", Passwords.hash(password))
        .setParameter("now", clock.instant())
        .executeUpdate();
    put(name, roles);
    record(actor, "CREATE_LOGIN", name, "", words(roles));
    return new Given(get(name), password);
  }

  /**
   * Gives a login other roles; its sessions, in which the server knows the old ones, end.
   *
   * @throws InvalidInput if they exclude each other, or the login is one's own
   */
  public LoginView setRoles(String login, Set<Role> roles) {
    Actor actor = other(login);
    requireTogether(roles);
    LoginView before = get(login);
    entities
        .createNativeQuery("delete from proffer.login_role where login = :login")
        .setParameter("login", login)
        .executeUpdate();
    put(login, roles);
    change(login, "sessions_since = :now");
    record(actor, "CHANGE_ROLES", login, words(before.roles()), words(roles));
    return get(login);
  }

  /** Closes a login; its sessions end. */
  public LoginView close(String login) {
    Actor actor = other(login);
    get(login);
    change(login, "enabled = false, sessions_since = :now");
    record(actor, "CLOSE_LOGIN", login, "open", "closed");
    return get(login);
  }

  /** Opens a login that was closed, or that failures locked. */
  public LoginView open(String login) {
    Actor actor = other(login);
    LoginView before = get(login);
    change(
        login,
        "enabled = true, locked_at = null, failures = 0, first_failed_at = null, sessions_since = least(sessions_since, :now)");
    record(
        actor,
        "OPEN_LOGIN",
        login,
        before.lockedAt() != null ? "locked" : before.open() ? "open" : "closed",
        "open");
    return get(login);
  }

  /** Ends the sessions of a login. */
  public LoginView endSessions(String login) {
    Actor actor = access.requireFresh(Action.MANAGE_LOGINS);
    get(login);
    change(login, "sessions_since = :now");
    record(actor, "END_SESSIONS", login, "", "");
    return get(login);
  }

  /** Gives a login a new first password; its sessions end. */
  public Given givePassword(String login) {
    Actor actor = other(login);
    get(login);
    String password = firstPassword();
    change(login, "sessions_since = :now, password_set_at = :now, password_from = 'ADMINISTRATOR'");
    entities
        .createNativeQuery(
            "update proffer.login_account set password_hash = :hash where login = :login")
        .setParameter("hash", Passwords.hash(password))
        .setParameter("login", login)
        .executeUpdate();
    record(actor, "GIVE_PASSWORD", login, "", "");
    return new Given(get(login), password);
  }

  private Actor other(String login) {
    Actor actor = access.requireFresh(Action.MANAGE_LOGINS);
    if (actor.login().equals(login)) {
      throw new InvalidInput(
          "login", "This is your own login.", "Ask another administrator to change it.");
    }
    return actor;
  }

  private static void requireTogether(Set<Role> roles) {
    if (!SeparationOfDuties.allows(roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles))) {
      throw new InvalidInput(
          "roles",
          "No one person may hold these roles together: " + words(roles) + ".",
          "Auditor and administrator stand alone; the filter team is not of the trial team.");
    }
  }

  private static String words(Set<Role> roles) {
    return String.join(" ", new TreeSet<>(roles.stream().map(Role::name).toList()));
  }

  private void put(String login, Set<Role> roles) {
    for (Role role : roles) {
      entities
          .createNativeQuery("insert into proffer.login_role (login, role) values (:login, :role)")
          .setParameter("login", login)
          .setParameter("role", role.name())
          .executeUpdate();
    }
  }

  private void change(String login, String what) {
    entities
        .createNativeQuery("update proffer.login_account set " + what + " where login = :login")
        .setParameter("now", clock.instant())
        .setParameter("login", login)
        .executeUpdate();
  }

  private void record(Actor actor, String action, String login, String before, String after) {
    audit.record(Act.done(actor.login(), action, null, "login", login, "").changing(before, after));
  }

  /** Four groups of five, from letters and digits that are not mistaken for each other. */
  private static String firstPassword() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      password.append(i > 0 && i % 5 == 0 ? "-" : "");
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
