package org.proffer.launcher;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Frontier;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadSigner;
import org.proffer.ledger.TreeHash;

/**
 * A backup being written: a compressed tar, its last two entries the list of all files with their
 * SHA-256 (as {@code sha256sum} reads it) and the signed head of that list. It has a temporary name
 * until all of it is on the disk.
 */
final class BackupFile implements AutoCloseable {
  /** Name of the list of files in the backup. */
  static final String MANIFEST = "MANIFEST";

  /** Name of the signed head over the list. */
  static final String SIGNATURE = "MANIFEST.head";

  /** Name of the log whose entries are the lines of the list. */
  static final String ORIGIN = "proffer/backup";

  private static final int BUFFER = 1 << 16;

  private final Path place;
  private final Path unfinished;
  private final Path list;
  private final FileChannel channel;
  private final OutputStream sealed;
  private final GZIPOutputStream compressed;
  private final TarArchiveOutputStream tar;
  private final OutputStream lines;
  private final byte[] buffer = new byte[BUFFER];
  private Frontier entries = Frontier.EMPTY;
  private final boolean isSealed;
  private boolean finished;

  private BackupFile(Path place, Path unfinished, FileChannel channel, @Nullable BackupSeal seal)
      throws IOException {
    this.place = place;
    this.unfinished = unfinished;
    this.channel = channel;
    this.isSealed = seal != null;
    this.list = place.resolveSibling(".proffer-backup.list");
    this.lines = new BufferedOutputStream(Files.newOutputStream(list));
    OutputStream file = Channels.newOutputStream(channel);
    this.sealed = seal == null ? file : seal.sealing(file);
    this.compressed = new Quick(sealed);
    this.tar = new TarArchiveOutputStream(compressed, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  private static final class Quick extends GZIPOutputStream {
    Quick(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /**
   * Begins a backup.
   *
   * @param place where it will be once it is complete; nothing is there yet
   * @param seal what it is encrypted with; null for not at all
   * @throws CannotStart if something is there, or another backup is being written beside it
   */
  static BackupFile begin(Path place, @Nullable BackupSeal seal) throws IOException {
    if (Files.exists(place)) {
      throw new CannotStart(place + " is there already: choose another name.");
    }
    Path unfinished = place.resolveSibling(".proffer-backup.unfinished");
    FileChannel channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new CannotStart("Another backup is being written to " + place.getParent() + ".");
    }
    DataFolder.ownerOnly(unfinished);
    channel.truncate(0);
    return new BackupFile(place, unfinished, channel, seal);
  }

  /** Puts an empty folder into the backup; the name ends with a slash. */
  void folder(String name) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name));
    tar.closeArchiveEntry();
  }

  /**
   * Puts a file into the backup as long as it is now: what is added to it while it is read is left
   * out, what is cut off is filled with zeros, and a file that is gone is left out. In the database
   * its own log makes up for that; the vault's files never change.
   */
  void file(String name, Path file) throws IOException {
    try (FileChannel opened = FileChannel.open(file, StandardOpenOption.READ)) {
      put(name, Channels.newInputStream(opened), opened.size());
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  /** Puts a text into the backup. */
  void text(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    put(name, new ByteArrayInputStream(bytes), bytes.length);
  }

  private void put(String name, InputStream in, long length) throws IOException {
    MessageDigest digest = sha256();
    begin(name, length);
    for (long left = length; left > 0; ) {
      int n = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
      if (n == 0) {
        n = (int) Math.min(buffer.length, left);
        Arrays.fill(buffer, 0, n, (byte) 0);
      }
      tar.write(buffer, 0, n);
      digest.update(buffer, 0, n);
      left -= n;
    }
    tar.closeArchiveEntry();
    byte[] line = line(HexFormat.of().formatHex(digest.digest()), name);
    lines.write(line);
    entries = entries.append(TreeHash.ofLeaf(line));
  }

  private void begin(String name, long length) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(length);
    entry.setMode(0600);
    tar.putArchiveEntry(entry);
  }

  /** A line of the list. */
  static byte[] line(String sha256, String name) throws IOException {
    if (name.indexOf('\n') >= 0) {
      throw new IOException("a file's name has two lines");
    }
    return (sha256 + "  " + name + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Ends the backup with the list and its signed head, forces it to the disk and gives it its name.
   *
   * @return the head of the list
   */
  Head finish(HeadSigner signer, Instant at) throws IOException {
    lines.close();
    begin(MANIFEST, Files.size(list));
    Files.copy(list, tar);
    tar.closeArchiveEntry();
    Head head = new Head(ORIGIN, entries.size(), entries.root(), at);
    byte[] note = signer.sign(head).getBytes(StandardCharsets.UTF_8);
    begin(SIGNATURE, note.length);
    tar.write(note);
    tar.closeArchiveEntry();
    tar.finish();
    compressed.finish();
    if (isSealed) {
      sealed.close(); // ends the last piece; the file stays open
    }
    channel.force(true);
    Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    finished = true;
    try (FileChannel folder =
        FileChannel.open(place.resolveSibling("."), StandardOpenOption.READ)) {
      folder.force(true);
    }
    return head;
  }

  @Override
  public void close() throws IOException {
    lines.close();
    Files.deleteIfExists(list);
    if (!finished) {
      Files.deleteIfExists(unfinished);
    }
    channel.close();
  }
}
