package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people log in: at the portal itself, at a Keycloak that is started beside it ({@code
 * -Dproffer.keycloak=ZIP}), or at a provider the office has ({@code PROFFER_OIDC_PROVIDER}).
 */
final class LoginPlace {
  private static final String PROVIDER = "PROFFER_OIDC_PROVIDER";

  private final String configuration;
  private final Map<String, String> environment;
  private final @Nullable Keycloak keycloak;
  private final Path marker;
  private final Map<String, String> passwords;
  private final String told;

  private LoginPlace(
      String configuration,
      Map<String, String> environment,
      @Nullable Keycloak keycloak,
      Path marker,
      Map<String, String> passwords,
      String told) {
    this.configuration = configuration;
    this.environment = environment;
    this.keycloak = keycloak;
    this.marker = marker;
    this.passwords = passwords;
    this.told = told;
  }

  /** The place that the start asked for; Keycloak beside the portal then runs. */
  static LoginPlace chosen(DataFolder folder, Database database, String portal) {
    String distribution = System.getProperty("proffer.keycloak", "");
    if (!distribution.isBlank()) {
      return beside(Path.of(distribution), folder, database, portal);
    }
    if (System.getenv(PROVIDER) != null) {
      return elsewhere(folder, System.getenv(PROVIDER));
    }
    return here(folder);
  }

  private static LoginPlace here(DataFolder folder) {
    Path file = folder.sub("keys").resolve("first-logins");
    Path marker = folder.path().resolve("logins-made");
    Map<String, String> passwords = Map.of();
    if (!Files.exists(marker) || Boolean.getBoolean("proffer.reset-logins")) {
      DemoLogins logins = DemoLogins.made();
      logins.writeForPortal(file);
      passwords = logins.passwords();
    }
    return new LoginPlace(
        "standalone.xml",
        Map.of("PROFFER_FIRST_LOGINS", file.toString()),
        null,
        marker,
        passwords,
        "Logins: as printed at the first start; -Dproffer.reset-logins=true makes new passwords.\n");
  }

  private static LoginPlace elsewhere(DataFolder folder, String provider) {
    return new LoginPlace(
        "standalone-keycloak.xml",
        Map.of(),
        null,
        folder.path().resolve("provider-used"),
        Map.of(),
        "Logins: at " + provider + "\n");
  }

  private static LoginPlace beside(
      Path distribution, DataFolder folder, Database database, String portal) {
    Path marker = folder.path().resolve("realm-made");
    DemoLogins logins = DemoLogins.made();
    Keycloak keycloak =
        Keycloak.start(
            distribution,
            folder,
            database,
            Launcher.port("proffer.keycloak.port", "8180"),
            portal,
            logins);
    Map<String, String> environment = new HashMap<>();
    environment.put(PROVIDER, keycloak.provider());
    environment.put("PROFFER_OIDC_SECRET", new Secrets(folder.sub("keys")).of("keycloak-client"));
    return new LoginPlace(
        "standalone-keycloak.xml",
        environment,
        keycloak,
        marker,
        Files.exists(marker) ? Map.of() : logins.passwords(),
        "Logins: as printed at the first start; new passwords are given in the console.\n"
            + "Keycloak: "
            + keycloak.console()
            + "  login "
            + Keycloak.ADMINISTRATOR
            + ", password in keys/keycloak-admin of the data folder\n");
  }

  /** Name of the server's configuration. */
  String configuration() {
    return configuration;
  }

  /** What the server's configuration and the portal read. */
  Map<String, String> environment() {
    return environment;
  }

  /** Keycloak beside the portal, where it runs. */
  Optional<Keycloak> keycloak() {
    return Optional.ofNullable(keycloak);
  }

  /** The portal has taken the logins over: what was written down for it goes. */
  void made(DataFolder folder) {
    Path file = folder.sub("keys").resolve("first-logins");
    try {
      Files.deleteIfExists(file);
      Files.writeString(marker, "");
    } catch (IOException e) {
      throw new CannotStart("The file " + file + " cannot be removed (" + e.getMessage() + ").", e);
    }
  }

  /** What the person who starts the portal must know of the logins. */
  String told() {
    StringBuilder text = new StringBuilder();
    if (!passwords.isEmpty()) {
      text.append("Demonstration logins (shown this once):\n");
      passwords.forEach(
          (login, password) -> text.append(String.format("  %-12s %s%n", login, password)));
    }
    if (passwords.isEmpty() || keycloak != null) {
      text.append(told);
    }
    if (keycloak != null) {
      text.append(
          "Each login sets up a one-time code (an authenticator app) when it is first used.\n");
    }
    return text.toString();
  }
}
