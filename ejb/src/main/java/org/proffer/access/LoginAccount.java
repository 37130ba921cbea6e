package org.proffer.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A login of the embedded realm; the server reads the same two tables. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "login_account")
@NullUnmarked
class LoginAccount {
  @Id private String login;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean enabled = true;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "login_role", joinColumns = @JoinColumn(name = "login"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();

  protected LoginAccount() {}

  LoginAccount(String login) {
    this.login = login;
  }

  void set(String newDisplayName, Role role, String newPasswordHash) {
    displayName = newDisplayName;
    passwordHash = newPasswordHash;
    roles.clear();
    roles.add(role);
  }

  boolean isEnabled() {
    return enabled;
  }

  Login view() {
    return new Login(login, displayName, roles);
  }
}
