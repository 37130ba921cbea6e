package org.proffer.launcher;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Frontier;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.TreeHash;

/**
 * Unpacks a backup and makes its list of files anew from what it unpacks: the list in the backup
 * must be the same, to the byte and in the same order, and its head signed.
 */
final class BackupReader {
  private final Path backup;
  private final Path folder;
  private final byte[] buffer = new byte[1 << 16];
  private Frontier entries = Frontier.EMPTY;

  private BackupReader(Path backup, Path folder) {
    this.backup = backup;
    this.folder = folder;
  }

  /**
   * Unpacks a backup.
   *
   * @param folder where to; empty
   * @param key that checks the signature, obtained on another way; null to take the backup's own
   * @param seal what opens a sealed one; null for none
   * @return the head of the list
   * @throws CannotStart if the backup is not whole or not what was signed, or is sealed otherwise
   */
  static Head unpack(Path backup, Path folder, @Nullable Path key, @Nullable BackupSeal seal)
      throws IOException {
    return new BackupReader(backup, folder).read(key, seal);
  }

  private Head read(@Nullable Path key, @Nullable BackupSeal seal) throws IOException {
    Path list = folder.resolve(BackupFile.MANIFEST);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(
                BackupSeal.opened(
                    backup, new BufferedInputStream(Files.newInputStream(backup)), seal),
                1 << 16),
            "UTF-8")) {
      boolean listed = false;
      try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(list))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null && !listed;
            entry = listed ? entry : tar.getNextEntry()) {
          if (entry.getName().equals(BackupFile.MANIFEST)) {
            listed = true;
          } else {
            unpack(entry, tar, lines);
          }
        }
      }
      if (!listed) {
        throw wrong("it has no list of its files");
      }
      compare(list, tar);
      TarArchiveEntry last = tar.getNextEntry();
      if (last == null || !last.getName().equals(BackupFile.SIGNATURE)) {
        throw wrong("the signature is missing");
      }
      Head head = verified(new String(tar.readNBytes(10_000), StandardCharsets.UTF_8), key);
      if (tar.getNextEntry() != null) {
        throw wrong("something follows its end");
      }
      return head;
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      throw new CannotStart("The backup " + backup + " is cut off or damaged.", e);
    } finally {
      Files.deleteIfExists(list);
    }
  }

  private Head verified(String note, @Nullable Path key) throws IOException {
    Path pub = key == null ? folder.resolve("ledger").resolve("audit.pub") : key;
    Head head =
        new HeadVerifier(BackupFile.ORIGIN, HeadsFile.readKey(pub))
            .verify(note)
            .orElseThrow(() -> wrong("its list is not signed by the key in " + pub));
    if (head.size() != entries.size() || !head.root().equals(entries.root())) {
      throw wrong("its list is not the one that was signed");
    }
    return head;
  }

  private void unpack(TarArchiveEntry entry, InputStream bytes, OutputStream lines)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder) || target.equals(folder)) {
      throw wrong("an entry points outside");
    }
    if (entry.isDirectory()) {
      make(target);
      return;
    }
    if (!entry.isFile()) {
      throw wrong("an entry is no file");
    }
    make(target.getParent());
    MessageDigest digest = BackupFile.sha256();
    try (FileChannel channel =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      DataFolder.ownerOnly(target);
      OutputStream out = Channels.newOutputStream(channel);
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        out.write(buffer, 0, n);
        digest.update(buffer, 0, n);
      }
      channel.force(true);
    }
    byte[] line = BackupFile.line(HexFormat.of().formatHex(digest.digest()), entry.getName());
    lines.write(line);
    entries = entries.append(TreeHash.ofLeaf(line));
  }

  private static void make(@Nullable Path directory) throws IOException {
    if (directory == null || Files.isDirectory(directory)) {
      return;
    }
    make(directory.getParent());
    Files.createDirectory(directory);
    DataFolder.ownerOnly(directory);
  }

  /** Both lists have the same lines, or the first that differs is named. */
  private void compare(Path made, InputStream given) throws IOException {
    java.io.BufferedReader theirs =
        new java.io.BufferedReader(new java.io.InputStreamReader(given, StandardCharsets.UTF_8));
    try (java.io.BufferedReader ours = Files.newBufferedReader(made)) {
      String own = ours.readLine();
      String their = theirs.readLine();
      while (own != null && own.equals(their)) {
        own = ours.readLine();
        their = theirs.readLine();
      }
      if (own != null || their != null) {
        String first = own == null ? their : own;
        throw wrong(
            "the first file that is not as listed is "
                + (first == null ? "" : first.substring(Math.min(66, first.length()))));
      }
    }
  }

  private CannotStart wrong(String what) {
    return new CannotStart("The backup " + backup + " is not whole: " + what + ".");
  }
}
