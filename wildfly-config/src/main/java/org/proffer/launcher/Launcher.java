package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Starts the portal on this machine and stops it at Ctrl-C or SIGTERM. */
public final class Launcher {
  private final Path provisioned;
  private final Path application;
  private final AtomicBoolean stopping = new AtomicBoolean();

  private Launcher(Path provisioned, Path application) {
    this.provisioned = provisioned;
    this.application = application;
  }

  /**
   * Runs the portal until it is stopped.
   *
   * @param args the provisioned server's folder, the EAR
   */
  public static void main(String[] args) throws InterruptedException {
    try {
      new Launcher(built(args, 0), built(args, 1)).run();
    } catch (CannotStart e) {
      System.err.println();
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Path built(String[] args, int index) {
    try {
      return Path.of(args[index]).toRealPath();
    } catch (IOException | ArrayIndexOutOfBoundsException e) {
      throw new CannotStart(
          "The server or the application is not built: start Proffer with mvn -Prun.", e);
    }
  }

  private void run() throws InterruptedException {
    Path home =
        Path.of(System.getProperty("proffer.home", System.getProperty("user.home") + "/.proffer"))
            .toAbsolutePath()
            .normalize();
    int port = port("proffer.port", "8080");
    DataFolder folder = DataFolder.open(home);
    Entrance entrance = Entrance.chosen(folder);
    boolean first =
        !Files.exists(folder.path().resolve("logins-made"))
            || Boolean.getBoolean("proffer.reset-logins")
            || (withKeycloak() && Keycloak.isNew(folder));
    System.out.println("Proffer is starting. Data: " + home);
    Server.stopLeftover(folder);
    Database database = Database.start(folder);
    Path loginFile = folder.sub("keys").resolve("first-logins");
    Map<String, String> passwords = first ? DemoLogins.write(loginFile) : Map.of();
    Map<String, String> environment = environment(folder, database, loginFile);
    Keycloak keycloak = null;
    Server server;
    try {
      if (withKeycloak()) {
        keycloak = Keycloak.start(distribution(), folder, passwords);
        environment.putAll(keycloak.environment());
      }
      server =
          Server.start(
              provisioned,
              application,
              folder,
              port,
              keycloak == null ? "standalone.xml" : "standalone-keycloak.xml",
              entrance,
              environment);
    } catch (CannotStart e) {
      if (keycloak != null) {
        keycloak.close();
      }
      database.close();
      throw e;
    }
    Keycloak started = keycloak;
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, started, database, folder), "stop"));
    if (started != null) {
      started.waitUntilReady();
    }
    server.waitUntilReady();
    forget(loginFile, folder);
    tell(entrance.address().orElse(server.address()), home, passwords, started);
    int code = server.waitForEnd();
    if (!stopping.get()) {
      throw new CannotStart(
          "The server ended by itself with code "
              + code
              + ": see "
              + folder.path().resolve("logs")
              + ".");
    }
    Thread.currentThread().join();
  }

  /** Whether logins are kept by a Keycloak beside the portal. */
  private static boolean withKeycloak() {
    return !System.getProperty("proffer.keycloak", "").isBlank();
  }

  private static Path distribution() {
    Path zip = Path.of(System.getProperty("proffer.keycloak", ""));
    if (!Files.isRegularFile(zip)) {
      throw new CannotStart(
          "Keycloak's distribution is not at "
              + zip
              + ": start Proffer with mvn -Prun -Dkeycloak.");
    }
    return zip;
  }

  /** A port that a property names. */
  static int port(String property, String fallback) {
    String text = System.getProperty(property, fallback);
    if (!text.matches("\\d{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      throw new CannotStart(
          "“"
              + text
              + "” is no port: give a number from 1 to 65535 with -D"
              + property
              + "=NUMBER.");
    }
    return Integer.parseInt(text);
  }

  private static Map<String, String> environment(
      DataFolder folder, Database database, Path loginFile) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PROFFER_DB_URL", database.url());
    environment.put("PROFFER_DB_USER", database.user());
    environment.put("PROFFER_DB_PASSWORD", database.password());
    environment.put("PROFFER_DB_OWNER_PASSWORD", database.ownerPassword());
    environment.put("PROFFER_VAULT", folder.sub("vault").toString());
    environment.put("PROFFER_LEDGER", folder.sub("ledger").toString());
    environment.put(
        "PROFFER_FOLDERS",
        System.getProperty("proffer.folders", folder.sub("incoming").toString()));
    environment.put("PROFFER_IMAP", System.getProperty("proffer.imap", ""));
    environment.put("PROFFER_DEMO", System.getProperty("proffer.demo", "true"));
    environment.put("PROFFER_FIRST_LOGINS", loginFile.toString());
    return environment;
  }

  private static void forget(Path loginFile, DataFolder folder) {
    try {
      Files.deleteIfExists(loginFile);
      Files.writeString(folder.path().resolve("logins-made"), "");
    } catch (IOException e) {
      throw new CannotStart(
          "The file " + loginFile + " cannot be removed (" + e.getMessage() + ").", e);
    }
  }

  private static void tell(
      String address, Path home, Map<String, String> passwords, @Nullable Keycloak keycloak) {
    StringBuilder text = new StringBuilder("\nProffer is ready: ").append(address).append("\n\n");
    if (passwords.isEmpty()) {
      text.append(
          "Logins: as printed at the first start; -Dproffer.reset-logins=true makes new passwords.\n");
    } else {
      text.append("Demonstration logins (shown this once):\n");
      passwords.forEach(
          (login, password) -> text.append(String.format("  %-12s %s%n", login, password)));
    }
    if (keycloak != null) {
      text.append(keycloak.explanation());
    }
    text.append("Data: ").append(home).append("\nStop with Ctrl-C.\n");
    System.out.println(text);
  }

  private void stop(
      Server server, @Nullable Keycloak keycloak, Database database, DataFolder folder) {
    stopping.set(true);
    say("Proffer is stopping.");
    server.close();
    if (keycloak != null) {
      keycloak.close();
    }
    database.close();
    folder.close();
    say("Proffer has stopped.");
  }

  /** What fails at saying so stops nothing: Maven takes its console apart at the same moment. */
  private static void say(String text) {
    try {
      System.out.println(text);
    } catch (RuntimeException consoleIsGone) {
      // There is nobody left to tell.
    }
  }
}
