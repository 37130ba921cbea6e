package org.proffer.launcher;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** WildFly with the application, its state in the data folder. */
final class Server implements AutoCloseable {
  private static final long STARTS_WITHIN = TimeUnit.MINUTES.toNanos(5);

  private final Process process;
  private final int port;
  private final Path base;

  private Server(Process process, int port, Path base) {
    this.process = process;
    this.port = port;
    this.base = base;
  }

  /**
   * Starts the server; {@link #waitUntilReady} says when it answers.
   *
   * @param provisioned the server as the build made it
   * @param application the EAR
   * @param configuration the file of the server's configuration
   * @param entrance where it is entered
   * @param environment what the server's configuration reads
   */
  static Server start(
      Path provisioned,
      Path application,
      DataFolder folder,
      int port,
      String configuration,
      Entrance entrance,
      Map<String, String> environment) {
    Path base = folder.sub("server");
    try {
      refuseTakenPort(port, "proffer.port");
      refresh(provisioned.resolve("standalone"), base);
      Files.copy(
          application,
          base.resolve("deployments").resolve("proffer.ear"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(base.resolve("deployments").resolve("proffer.ear.failed"));
      Files.deleteIfExists(base.resolve("deployments").resolve("proffer.ear.deployed"));
      Files.writeString(base.resolve("deployments").resolve("proffer.ear.dodeploy"), "");
      File log = folder.sub("logs").resolve("console.log").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(
              Commands.detached(
                  List.of(
                      provisioned.resolve("bin").resolve("standalone.sh").toString(),
                      "-c",
                      configuration,
                      "--yaml=" + entrance.write(base),
                      "-b",
                      "127.0.0.1",
                      baseArgument(base),
                      "-Djboss.server.log.dir=" + folder.sub("logs"),
                      "-Djboss.http.port=" + port)));
      Map<String, String> variables = builder.environment();
      variables.remove("JAVA_OPTS");
      variables.put("JAVA_HOME", System.getProperty("java.home"));
      variables.put("JBOSS_HOME", provisioned.toString());
      variables.put("JBOSS_JAVA_SIZING", "-Xms128m -Xmx768m -XX:MaxMetaspaceSize=384m");
      variables.put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
      variables.put("JBOSS_PIDFILE", base.resolve("server.pid").toString());
      variables.putAll(environment);
      variables.putAll(entrance.environment());
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      return new Server(process, port, base);
    } catch (IOException e) {
      throw new CannotStart(
          "The server in " + base + " cannot be started (" + e.getMessage() + ").", e);
    }
  }

  /** Stops a server that an earlier start left behind, before its database is taken from it. */
  static void stopLeftover(DataFolder folder) {
    Path base = folder.sub("server");
    Commands.stopLeftover(base.resolve("server.pid"), baseArgument(base), "TERM");
  }

  private static String baseArgument(Path base) {
    return "-Djboss.server.base.dir=" + base;
  }

  static void refuseTakenPort(int port, String property) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (java.net.BindException e) {
      throw new CannotStart(
          "Port "
              + port
              + " is in use by another program: stop that one, or choose another port with -D"
              + property
              + "=NUMBER.",
          e);
    }
  }

  /** Configuration and deployments are the build's; data is kept. */
  private static void refresh(Path from, Path base) throws IOException {
    for (String name : List.of("configuration", "deployments", "tmp", "lib")) {
      delete(base.resolve(name));
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = base.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Files.createDirectories(base.resolve("deployments"));
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * Waits until the portal answers.
   *
   * @throws CannotStart if the application does not deploy, the server ends, or it takes too long
   */
  void waitUntilReady() {
    long until = System.nanoTime() + STARTS_WITHIN;
    Path failed = base.resolve("deployments").resolve("proffer.ear.failed");
    while (!answers(address() + "api/v1/health/ready")) {
      if (!process.isAlive()) {
        throw new CannotStart(
            "The server ended while starting: see the logs folder beside " + base + ".");
      }
      if (Files.exists(failed)) {
        throw new CannotStart("The application does not deploy: see " + failed + ".");
      }
      if (System.nanoTime() > until) {
        throw new CannotStart(
            "The server does not answer after 5 minutes: see the logs folder beside " + base + ".");
      }
      pause();
    }
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
  }

  /** Whether somebody at the address answers, and well. */
  static boolean answers(String address) {
    try {
      HttpURLConnection ask = (HttpURLConnection) URI.create(address).toURL().openConnection();
      ask.setConnectTimeout(1_000);
      ask.setReadTimeout(5_000);
      return ask.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where the portal is. */
  String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** Waits until the server ends. */
  int waitForEnd() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    Commands.stop(process.toHandle(), "TERM", 60);
    Commands.stopLeftover(base.resolve("server.pid"), baseArgument(base), "KILL");
  }
}
