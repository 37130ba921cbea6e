package org.proffer.portal.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.proffer.launcher.DataFolder;
import org.proffer.launcher.Database;

/**
 * What the server of the in-container tests stands on: a real PostgreSQL, a copy of the provisioned
 * configuration, free ports. Told to Arquillian by system properties before it reads its
 * configuration.
 */
public final class ContainerSession implements LauncherSessionListener {
  private @Nullable DataFolder folder;
  private @Nullable Database database;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Path home = Path.of(System.getProperty("proffer.it.folder")).resolveSibling("container");
      delete(home);
      folder = DataFolder.open(home);
      database = Database.start(folder);
      Path base = folder.sub("server");
      copy(Path.of(System.getProperty("proffer.server"), "standalone"), base);
      System.setProperty("proffer.container.base", base.toString());
      System.setProperty("proffer.container.database", database.url());
      System.setProperty("proffer.container.password", database.password());
      System.setProperty("proffer.container.owner", database.ownerPassword());
      for (String port : List.of("http", "https", "management")) {
        System.setProperty("proffer.container." + port, Integer.toString(freePort()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (database != null) {
      database.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
