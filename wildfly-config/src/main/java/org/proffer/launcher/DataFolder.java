package org.proffer.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The one folder that holds everything the portal keeps: database, vault, keys, server state. */
public final class DataFolder implements AutoCloseable {
  /** Version of the folder's layout. */
  static final String VERSION = "1";

  /** The database alone takes 60 MiB at first and keeps up to 2 GiB of its log while it imports. */
  static final long LEAST_FREE = 1L << 30;

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens the folder, creating it where it is not there, and keeps others out until it is closed.
   *
   * @throws CannotStart if it is in use, is not one of ours, has another version, or its disk is
   *     nearly full
   */
  public static DataFolder open(Path folder) {
    return open(folder, place -> Files.getFileStore(place).getUsableSpace());
  }

  /** How many bytes can still be written at a place. */
  interface FreeSpace {
    long at(Path folder) throws IOException;
  }

  static DataFolder open(Path folder, FreeSpace space) {
    try {
      create(folder);
      refuseForeign(folder);
      refuseOtherVersion(folder);
      long free = space.at(folder);
      if (free < LEAST_FREE) {
        throw new CannotStart(
            "The disk of "
                + folder
                + " has "
                + (free >> 20)
                + " MiB free and the portal needs "
                + (LEAST_FREE >> 20)
                + " MiB: make room, or choose another place with -Dproffer.home=FOLDER.");
      }
      DataFolder opened = lock(folder);
      Files.writeString(folder.resolve("VERSION"), VERSION + "\n");
      return opened;
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder "
              + folder
              + " cannot be used ("
              + reason(e)
              + "): choose another with -Dproffer.home=FOLDER.",
          e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "it may not be read or written by " + System.getProperty("user.name")
        : String.valueOf(e.getMessage());
  }

  private static void create(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CannotStart(
          folder + " is a file, not a folder: choose another place with -Dproffer.home=FOLDER.");
    }
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      ownerOnly(folder);
    }
  }

  static void ownerOnly(Path path) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          path,
          PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  private static void refuseForeign(Path folder) throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    if (!names.isEmpty() && !names.contains("VERSION") && !names.equals(List.of("lock"))) {
      throw new CannotStart(
          "The folder "
              + folder
              + " holds something else and is no data folder of Proffer: choose another with -Dproffer.home=FOLDER.");
    }
  }

  private static void refuseOtherVersion(Path folder) throws IOException {
    Path file = folder.resolve("VERSION");
    String version = Files.exists(file) ? Files.readString(file).strip() : VERSION;
    if (!version.equals(VERSION)) {
      throw new CannotStart(
          "The data in "
              + folder
              + " has version "
              + version
              + " and this Proffer works with version "
              + VERSION
              + ": start the Proffer that wrote it, or choose another folder with -Dproffer.home=FOLDER.");
    }
  }

  private static DataFolder lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      channel.close();
      throw inUse(folder, sameProcess);
    }
    if (lock == null) {
      channel.close();
      throw new CannotStart(inUse(folder));
    }
    return new DataFolder(folder, channel, lock);
  }

  private static CannotStart inUse(Path folder, Throwable cause) {
    return new CannotStart(inUse(folder), cause);
  }

  private static String inUse(Path folder) {
    return "The data folder "
        + folder
        + " is in use by another Proffer: stop that one, or choose another folder with -Dproffer.home=FOLDER.";
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** A folder in it, created readable by the owner only. */
  public Path sub(String name) {
    try {
      Path sub = folder.resolve(name);
      if (!Files.exists(sub)) {
        Files.createDirectories(sub);
        ownerOnly(sub);
      }
      return sub;
    } catch (IOException e) {
      throw new CannotStart(
          "The folder " + name + " in " + folder + " cannot be made (" + e.getMessage() + ").", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
