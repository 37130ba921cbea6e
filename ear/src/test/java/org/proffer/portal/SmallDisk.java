package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A folder on a disk of its own (tmpfs) whose size can be changed while it is used; for root. */
final class SmallDisk implements AutoCloseable {
  private static final long BEGINS_WITH = 2_048L << 20;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this machine lets us mount one. */
  static boolean isPossible() throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return false;
    }
    Path tried = Files.createTempDirectory("small-disk");
    try {
      boolean mounted =
          run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tried.toString()) == 0;
      return mounted && run("umount", tried.toString()) == 0;
    } finally {
      Files.delete(tried);
    }
  }

  /** Puts a disk with plenty of room in the place of a folder, with all that is in it. */
  static SmallDisk under(Path folder) throws IOException, InterruptedException {
    Path before = folder.resolveSibling(folder.getFileName() + "-before");
    Files.move(folder, before);
    Files.createDirectory(folder);
    String options = "mode=700,size=" + BEGINS_WITH;
    assertThat(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString())).isZero();
    assertThat(run("cp", "-a", before + "/.", folder + "/")).isZero();
    return new SmallDisk(folder);
  }

  /** Leaves so many bytes free, rounded up to what the disk counts in. */
  void leave(long bytes) throws IOException, InterruptedException {
    FileStore store = Files.getFileStore(folder);
    long used = store.getTotalSpace() - store.getUnallocatedSpace();
    String options = "remount,mode=700,size=" + Math.max(4_096, used + bytes);
    assertThat(run("mount", "-o", options, folder.toString())).isZero();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError(String.join(" ", command));
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", folder.toString());
  }
}
