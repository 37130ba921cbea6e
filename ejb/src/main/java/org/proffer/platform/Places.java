package org.proffer.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Where the portal keeps what is not in the database; set by environment variables. */
@ApplicationScoped
public class Places {

  /**
   * The vault's folder: {@code PROFFER_VAULT}, or {@code proffer-vault} in the server's data
   * folder.
   */
  public Path vault() {
    return of("PROFFER_VAULT", "proffer-vault");
  }

  private static Path of(String variable, String fallback) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank()
        ? Path.of(value)
        : Path.of(System.getProperty("jboss.server.data.dir", "."), fallback);
  }

  /**
   * Whether the demonstration case is to be loaded at the first start: {@code PROFFER_DEMO=true}.
   */
  public boolean demonstration() {
    return Boolean.parseBoolean(System.getenv("PROFFER_DEMO"));
  }

  /** File with the first logins, or an empty string: {@code PROFFER_FIRST_LOGINS}. */
  public String firstLogins() {
    String value = System.getenv("PROFFER_FIRST_LOGINS");
    return value == null ? "" : value;
  }
}
