package org.proffer.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The heads of one log in a folder that the database cannot reach: the key that signs ({@code
 * .key}, for the owner only), the key that checks ({@code .pub}), and every signed head ({@code
 * .heads}), one after the other with an empty line between.
 */
public final class HeadsFile {
  private static final String BETWEEN = "\n\n\n";

  private final Path file;
  private final HeadSigner signer;

  private HeadsFile(Path file, HeadSigner signer) {
    this.file = file;
    this.signer = signer;
  }

  /**
   * Opens the heads of a log; at the first time makes the key.
   *
   * @param folder is made if it is not there
   * @param name of the files
   * @param origin name of the log in its heads
   * @throws IOException if a file cannot be read or written, or the key is missing while there are
   *     heads
   */
  public static HeadsFile open(Path folder, String name, String origin) throws IOException {
    Path heads = folder.resolve(name + ".heads");
    Path key = folder.resolve(name + ".key");
    Path pub = folder.resolve(name + ".pub");
    try {
      if (!Files.exists(key)) {
        if (Files.exists(heads)) {
          throw new IOException("There are heads in " + heads + " but no key " + key);
        }
        make(folder, key, pub);
      }
      dropTorn(heads);
      KeyPair keys = new KeyPair(readKey(pub), privateKey(key));
      return new HeadsFile(heads, new HeadSigner(origin, keys));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("The key " + key + " cannot be used", e);
    }
  }

  private static void make(Path folder, Path key, Path pub)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(
        pub, Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n");
    Path made = folder.resolve(key.getFileName() + ".new");
    Files.deleteIfExists(made);
    Files.createFile(
        made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        made, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()) + "\n");
    Files.move(made, key);
  }

  /** Cuts off a head that a crash left half written. */
  private static void dropTorn(Path heads) throws IOException {
    if (!Files.exists(heads)) {
      return;
    }
    String text = Files.readString(heads);
    int end = text.lastIndexOf(BETWEEN);
    String whole = end < 0 ? "" : text.substring(0, end + BETWEEN.length());
    if (whole.length() == text.length()) {
      return;
    }
    try (FileChannel channel = FileChannel.open(heads, StandardOpenOption.WRITE)) {
      channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
    byte[] encoded = Base64.getDecoder().decode(Files.readString(file).strip());
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /**
   * The key of a log, to sign for another log with; nothing is made or changed.
   *
   * @param folder with the files
   * @param name of the files
   * @param origin name of the other log in its heads
   * @throws IOException if there is no key
   */
  public static HeadSigner signer(Path folder, String name, String origin) throws IOException {
    Path key = folder.resolve(name + ".key");
    try {
      return new HeadSigner(
          origin, new KeyPair(readKey(folder.resolve(name + ".pub")), privateKey(key)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("The key " + key + " cannot be used", e);
    }
  }

  /**
   * Reads the key that checks a log's heads: Base64 of its X.509 form.
   *
   * @throws IOException if there is none in the file
   */
  public static PublicKey readKey(Path file) throws IOException {
    try {
      byte[] encoded = Base64.getDecoder().decode(Files.readString(file).strip());
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("There is no Ed25519 key in " + file, e);
    }
  }

  /** Checks heads of this log. */
  public HeadVerifier verifier() {
    return new HeadVerifier(signer.origin(), signer.publicKey());
  }

  /**
   * Signs a head and puts it on the disk.
   *
   * @return the signed head
   */
  public String append(Head head) throws IOException {
    String note = signer.sign(head);
    append(file, note);
    return note;
  }

  /** Puts a signed head at the end of a file of heads, on the disk. */
  public static void append(Path file, String note) throws IOException {
    appendWhole(file, note + "\n\n");
  }

  /**
   * Puts words at the end of a file, on the disk: all of them, or, where the disk does not take
   * them, none.
   */
  public static void appendWhole(Path file, String words) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
      long before = channel.size();
      ByteBuffer bytes = ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
      try {
        channel.position(before);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(before);
        throw e;
      }
    }
  }

  /**
   * The signed heads, oldest first. One that was cut off at the very end by a crash is left out.
   *
   * @throws IOException if the file cannot be read, or a head in it is not signed by this log
   */
  public List<String> notes() throws IOException {
    return read(file, verifier());
  }

  /**
   * The signed heads in a file.
   *
   * @throws IOException if the file cannot be read, or a head in it does not pass the verifier
   */
  public static List<String> read(Path file, HeadVerifier verifier) throws IOException {
    List<String> notes = new ArrayList<>();
    if (!Files.exists(file)) {
      return notes;
    }
    String text = Files.readString(file);
    int from = 0;
    for (int end = text.indexOf(BETWEEN); end >= 0; end = text.indexOf(BETWEEN, from)) {
      String note = text.substring(from, end + 1);
      if (verifier.verify(note).isEmpty()) {
        throw new IOException("Head " + (notes.size() + 1) + " in " + file + " is not signed");
      }
      notes.add(note);
      from = end + BETWEEN.length();
    }
    return notes;
  }

  /** The newest signed head; empty before the first. */
  public Optional<Head> last() throws IOException {
    List<String> notes = notes();
    return notes.isEmpty() ? Optional.empty() : verifier().verify(notes.get(notes.size() - 1));
  }
}
