package org.proffer.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  /**
   * The folder of the signed heads and their keys, which the database cannot reach: {@code
   * PROFFER_LEDGER}, or {@code proffer-ledger} in the server's data folder.
   */
  public Path ledger() {
    return of("PROFFER_LEDGER", "proffer-ledger");
  }

  /**
   * Folders of the server from which evidence may be taken: {@code PROFFER_FOLDERS}, absolute paths
   * with the system's separator between them; none unless set.
   */
  public List<Path> folders() {
    return split("PROFFER_FOLDERS", java.io.File.pathSeparator).stream().map(Path::of).toList();
  }

  /**
   * Mail servers from which mailboxes may be taken: {@code PROFFER_IMAP}, {@code host:port} with
   * commas between them; none unless set.
   */
  public List<String> mailServers() {
    return split("PROFFER_IMAP", ",");
  }

  private static List<String> split(String variable, String separator) {
    String value = System.getenv(variable);
    return value == null
        ? List.of()
        : Arrays.stream(value.split(Pattern.quote(separator)))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
  }

  /** Days for which entries of the audit log are kept: {@code PROFFER_AUDIT_DAYS}, 366 or more. */
  public long auditDays() {
    String value = System.getenv("PROFFER_AUDIT_DAYS");
    return value == null || value.isBlank() ? 1_096 : Math.max(366, Long.parseLong(value.strip()));
  }

  /**
   * Days after which an item's bytes are hashed again: {@code PROFFER_FIXITY_DAYS}, 30 unless set.
   */
  public long fixityDays() {
    String value = System.getenv("PROFFER_FIXITY_DAYS");
    return value == null || value.isBlank() ? 30 : Math.max(0, Long.parseLong(value.strip()));
  }

  /**
   * A folder for what is held while a request lasts: {@code PROFFER_TEMPORARY}, or the server's
   * temporary folder.
   */
  public Path passing() {
    String value = System.getenv("PROFFER_TEMPORARY");
    return Path.of(
        value != null && !value.isBlank()
            ? value.strip()
            : System.getProperty(
                "jboss.server.temp.dir", System.getProperty("java.io.tmpdir", ".")));
  }

  /**
   * A file with the certificates (PEM) of authorities that vouch for mail servers, besides those
   * that Java knows: {@code PROFFER_IMAP_ROOTS}; empty unless set.
   */
  public Optional<Path> mailServerRoots() {
    return file("PROFFER_IMAP_ROOTS");
  }

  /**
   * The time-stamp authority (RFC 3161 over HTTP) that stamps heads of the custody log: {@code
   * PROFFER_TSA}; empty unless set.
   *
   * @throws IllegalArgumentException if it is no address of HTTP
   */
  public Optional<URI> timeStampAuthority() {
    String value = System.getenv("PROFFER_TSA");
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    URI address = URI.create(value.strip());
    if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
      throw new IllegalArgumentException("PROFFER_TSA is no address of HTTP: " + value);
    }
    return Optional.of(address);
  }

  /**
   * A file with the certificates (PEM) of that authority, or of who vouches for it: {@code
   * PROFFER_TSA_ROOTS}; empty unless set.
   */
  public Optional<Path> timeStampRoots() {
    return file("PROFFER_TSA_ROOTS");
  }

  /**
   * Minutes between two time stamps, while something is added: {@code PROFFER_TSA_MINUTES}, 60
   * unless set.
   */
  public long timeStampMinutes() {
    String value = System.getenv("PROFFER_TSA_MINUTES");
    return value == null || value.isBlank() ? 60 : Math.max(1, Long.parseLong(value.strip()));
  }

  private static Optional<Path> file(String variable) {
    String value = System.getenv(variable);
    return value == null || value.isBlank()
        ? Optional.empty()
        : Optional.of(Path.of(value.strip()));
  }

  /**
   * Days between the approval of a destruction and the first moment it can be done: {@code
   * PROFFER_DESTRUCTION_DAYS}, 30 unless set.
   */
  public long destructionDays() {
    String value = System.getenv("PROFFER_DESTRUCTION_DAYS");
    return value == null || value.isBlank() ? 30 : Math.max(1, Long.parseLong(value.strip()));
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
