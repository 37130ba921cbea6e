package org.proffer.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.proffer.platform.Places;

/**
 * Takes over the logins that the launcher prepared: lines {@code login=display name|ROLE|password
 * hash}. The file holds hashes only, and the launcher removes it once the portal is ready.
 */
@Singleton
@Startup
public class FirstLogins {
  @Inject private Places places;
  @PersistenceContext private EntityManager entities;

  @PostConstruct
  void takeOver() {
    Path file = Path.of(places.firstLogins());
    if (places.firstLogins().isEmpty() || !Files.isRegularFile(file)) {
      return;
    }
    Properties prepared = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      prepared.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The first logins could not be read from " + file, e);
    }
    for (String login : prepared.stringPropertyNames()) {
      String[] fields = prepared.getProperty(login, "").split("\\|", 3);
      if (fields.length != 3) {
        throw new IllegalStateException(
            "The first login " + login + " in " + file + " is not: name|ROLE|hash");
      }
      put(login, fields[0], Role.valueOf(fields[1]), fields[2]);
    }
  }

  /** Creates the login, or opens an existing one with this name, role and password. */
  private void put(String login, String displayName, Role role, String passwordHash) {
    LoginAccount account = entities.find(LoginAccount.class, login);
    if (account == null) {
      account = new LoginAccount(login);
      account.set(displayName, role, passwordHash);
      entities.persist(account);
    } else {
      account.set(displayName, role, passwordHash);
      entities.flush();
      entities
          .createNativeQuery(
              "update proffer.login_account set enabled = true, locked_at = null, failures = 0,"
                  + " password_from = 'LAUNCHER', password_set_at = now(), sessions_since = now()"
                  + " where login = :login")
          .setParameter("login", login)
          .executeUpdate();
    }
  }
}
