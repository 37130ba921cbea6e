package org.proffer.web.logins;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Role;
import org.proffer.logins.LoginAccounts;
import org.proffer.logins.LoginView;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The embedded logins, for the administrator. */
@Named("loginsPage")
@RequestScoped
public class LoginsPage {
  @Inject private LoginAccounts accounts;

  private @Nullable Refusal refused;
  private List<Row> rows = List.of();
  private LoginAccounts.@Nullable Given given;
  private String login = "";
  private String name = "";
  private String chosen = "";
  private List<Role> roles = List.of();

  /** A login as the table shows it. */
  public record Row(LoginView view, String roles, String state, String lastLogin) {}

  @PostConstruct
  void read() {
    try {
      rows = accounts.all().stream().map(LoginsPage::row).toList();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  private static Row row(LoginView view) {
    String state =
        !view.open()
            ? "closed"
            : view.lockedAt() != null ? "locked " + Show.instant(view.lockedAt()) : "open";
    return new Row(
        view,
        view.roles().stream().map(Role::label).sorted().collect(Collectors.joining(", ")),
        state,
        Show.instant(view.lastLoginAt()));
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Makes the login that was typed. */
  public @Nullable String create() {
    return giving(() -> accounts.create(login, name, set()));
  }

  /** Gives a login a new first password. */
  public @Nullable String givePassword(String of) {
    return giving(() -> accounts.givePassword(of));
  }

  /** Gives the chosen login the chosen roles. */
  public @Nullable String setRoles() {
    return changed(() -> accounts.setRoles(chosen, set()));
  }

  /** Closes a login. */
  public @Nullable String close(String of) {
    return changed(() -> accounts.close(of));
  }

  /** Opens a login. */
  public @Nullable String open(String of) {
    return changed(() -> accounts.open(of));
  }

  /** Ends the sessions of a login. */
  public @Nullable String endSessions(String of) {
    return changed(() -> accounts.endSessions(of));
  }

  private Set<Role> set() {
    return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
  }

  /** The password is shown on the page that answers, and nowhere else. */
  private @Nullable String giving(Supplier<LoginAccounts.Given> change) {
    try {
      given = change.get();
      read();
    } catch (Refusal refusal) {
      Show.refusal(refusal);
    }
    return null;
  }

  private static @Nullable String changed(Runnable change) {
    try {
      change.run();
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
    return "/logins/logins.xhtml?faces-redirect=true";
  }

  public List<Row> getRows() {
    return rows;
  }

  public LoginAccounts.@Nullable Given getGiven() {
    return given;
  }

  /** All roles. */
  public Role[] getAllRoles() {
    return Role.values();
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(@Nullable String login) {
    this.login = login == null ? "" : login;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable String chosen) {
    this.chosen = chosen == null ? "" : chosen;
  }

  public List<Role> getRoles() {
    return roles;
  }

  public void setRoles(@Nullable List<Role> roles) {
    this.roles = roles == null ? List.of() : List.copyOf(roles);
  }
}
