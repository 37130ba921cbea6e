package org.proffer.evidence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.proffer.check.Sha256;
import org.proffer.mail.ByteSource;
import org.proffer.platform.Places;

/**
 * Keeps bytes under their SHA-256, in {@code sha256/ab/cd/...}. Bytes are written to a temporary
 * name, forced to disk, then renamed: an object is there as a whole or not at all, and is never
 * rewritten.
 */
@ApplicationScoped
public class Vault {
  @Inject private Places places;

  /** Clears what a crash left behind in the place of arrival. */
  @PostConstruct
  void clearArrivals() {
    try {
      Files.createDirectories(arrivals());
      try (DirectoryStream<Path> left = Files.newDirectoryStream(arrivals())) {
        for (Path file : left) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The vault " + places.vault() + " cannot be used", e);
    }
  }

  /** An object being written. Closing it without {@link #keep} leaves nothing behind. */
  public final class Arrival extends OutputStream {
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.digest();
    private final MessageDigest second = sha3();
    private long length;

    private Arrival() throws IOException {
      file = arrivals().resolve(UUID.randomUUID() + ".part");
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      digest.update(bytes, offset, count);
      second.update(bytes, offset, count);
      length += count;
    }

    /** How many bytes were written so far. */
    public long length() {
      return length;
    }

    /** Some of the bytes written so far. */
    public ByteSource written(long offset, long count) throws IOException {
      return ByteSource.of(file).slice(offset, count);
    }

    /** Where the bytes stand until they are kept. */
    public Path file() {
      return file;
    }

    /** Puts the object into its place; an object that is there already stays as it is. */
    public StoredObject keep() throws IOException {
      channel.force(true);
      channel.close();
      StoredObject object =
          new StoredObject(
              HexFormat.of().formatHex(digest.digest()),
              HexFormat.of().formatHex(second.digest()),
              length);
      Path place = place(object.sha256());
      Files.createDirectories(place.getParent());
      if (!Files.exists(place)) {
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
          folder.force(true);
        }
      }
      return object;
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(file);
    }
  }

  /** Starts to write an object. */
  public Arrival arrive() throws IOException {
    return new Arrival();
  }

  /** The name of a file as it was sent, without folders and what no name should hold. */
  public static String baseName(String fileName) {
    String name = fileName.replace('\\', '/');
    name = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "").strip();
    if (name.isEmpty()) {
      name = "unnamed";
    }
    return name.length() > 255 ? name.substring(0, 255) : name;
  }

  /**
   * Stores a stream, hashing it on the way.
   *
   * @param name for messages to people
   * @param announced how many bytes were announced, or -1
   * @throws UploadCut if another number of bytes arrived
   * @throws VaultFull if the disk cannot take them
   */
  public StoredObject store(String name, InputStream in, long announced) {
    try (Arrival arrival = arrive()) {
      byte[] buffer = new byte[1 << 16];
      for (int n = read(name, in, buffer, announced, arrival);
          n >= 0;
          n = read(name, in, buffer, announced, arrival)) {
        try {
          arrival.write(buffer, 0, n);
        } catch (IOException e) {
          throw full(name, arrival.length(), e);
        }
      }
      if (announced >= 0 && announced != arrival.length()) {
        throw new UploadCut(name, announced, arrival.length());
      }
      try {
        return arrival.keep();
      } catch (IOException e) {
        throw full(name, arrival.length(), e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The vault cannot be written", e);
    }
  }

  private static int read(
      String name, InputStream in, byte[] buffer, long announced, Arrival arrival) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      UploadCut cut = new UploadCut(name, announced, arrival.length());
      cut.initCause(e);
      throw cut;
    }
  }

  /** The refusal of what the disk did not take. */
  VaultFull full(String name, long written, IOException cause) throws IOException {
    return new VaultFull(name, written, Files.getFileStore(places.vault()).getUsableSpace(), cause);
  }

  /**
   * The bytes of an object.
   *
   * @throws UncheckedIOException if the object is not there
   */
  public ByteSource open(String sha256) {
    try {
      return ByteSource.of(place(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("The vault has no object " + sha256, e);
    }
  }

  private static MessageDigest sha3() {
    try {
      return MessageDigest.getInstance("SHA3-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA3-256", e);
    }
  }

  /** The file of an object, for a program that reads files; nobody writes to it. */
  public Path file(String sha256) {
    return place(sha256);
  }

  /** What the vault holds in the place of an object, hashed; empty if it holds nothing. */
  Optional<StoredObject> hashed(String sha256) {
    MessageDigest digest = Sha256.digest();
    MessageDigest second = sha3();
    long length = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(place(sha256))) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        second.update(buffer, 0, n);
        length += n;
      }
      return Optional.of(
          new StoredObject(
              HexFormat.of().formatHex(digest.digest()),
              HexFormat.of().formatHex(second.digest()),
              length));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The object " + sha256 + " cannot be read", e);
    }
  }

  /** Whether the vault holds something in the place of an object. */
  boolean holds(String sha256) {
    return Files.exists(place(sha256));
  }

  /** Erases an object for good. */
  void erase(String sha256) {
    try {
      Files.deleteIfExists(place(sha256));
      try (FileChannel folder =
          FileChannel.open(place(sha256).getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    } catch (NoSuchFileException gone) {
      return; // its folder never was
    } catch (IOException e) {
      throw new UncheckedIOException("The object " + sha256 + " cannot be erased", e);
    }
  }

  private Path arrivals() {
    return places.vault().resolve("arriving");
  }

  private Path place(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
    return places
        .vault()
        .resolve("sha256")
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2, 4))
        .resolve(sha256);
  }
}
