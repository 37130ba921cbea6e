package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

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
    System.out.println("Proffer is starting. Data: " + home);
    Server.stopLeftover(folder);
    Deque<AutoCloseable> running = new ArrayDeque<>();
    running.push(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
    Database database = Database.start(folder);
    running.push(database);
    LoginPlace place = LoginPlace.chosen(folder, database, Server.address(port));
    place.keycloak().ifPresent(running::push);
    Server server =
        Server.start(
            provisioned,
            application,
            folder,
            port,
            place.configuration(),
            entrance,
            environment(folder, database, place));
    running.push(server);
    server.waitUntilReady();
    place.made(folder);
    tell(entrance.address().orElse(server.address()), home, place);
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
      DataFolder folder, Database database, LoginPlace place) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PROFFER_DB_URL", database.url());
    environment.put("PROFFER_DB_USER", database.user());
    environment.put("PROFFER_DB_PASSWORD", database.password());
    environment.put("PROFFER_DB_OWNER_PASSWORD", database.ownerPassword());
    environment.put("PROFFER_VAULT", folder.sub("vault").toString());
    environment.put("PROFFER_LEDGER", folder.sub("ledger").toString());
    environment.put("PROFFER_DEMO", System.getProperty("proffer.demo", "true"));
    environment.putAll(place.environment());
    return environment;
  }

  private static void tell(String address, Path home, LoginPlace place) {
    System.out.println(
        "\nProffer is ready: "
            + address
            + "\n\n"
            + place.told()
            + "Data: "
            + home
            + "\nStop with Ctrl-C.\n");
  }

  private void stop(Deque<AutoCloseable> running) {
    stopping.set(true);
    System.out.println("Proffer is stopping.");
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("Not stopped in order: " + e);
      }
    }
    System.out.println("Proffer has stopped.");
  }
}
