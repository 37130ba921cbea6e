package org.proffer.bagit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bag of RFC 8493, version 1.0, with SHA-256, into a zip: payload while it streams, the
 * manifests at the end. Memory does not grow with the files.
 */
public final class BagWriter implements Closeable {
  private final ZipOutputStream zip;
  private final String folder;
  private final Map<String, String> payload = new TreeMap<>();
  private final Map<String, String> tags = new TreeMap<>();
  private final Map<String, String> info = new LinkedHashMap<>();
  private long bytes;

  /**
   * A bag that is written to a stream.
   *
   * @param folder name of the bag's folder in the zip
   */
  public BagWriter(OutputStream out, String folder) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.folder = folder;
  }

  /** Says something of the bag, for {@code bag-info.txt}. */
  public BagWriter info(String name, String value) {
    info.put(name, value.replaceAll("[\\r\\n]+", " "));
    return this;
  }

  /**
   * Adds a file to the payload.
   *
   * @param path below {@code data/}
   * @return its SHA-256, lower-case hexadecimal
   */
  public String add(String path, InputStream in) throws IOException {
    String name = "data/" + path;
    String hash = write(name, in);
    payload.put(name, hash);
    return hash;
  }

  private String write(String name, InputStream in) throws IOException {
    zip.putNextEntry(new ZipEntry(folder + "/" + name));
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      zip.write(buffer, 0, n);
      digest.update(buffer, 0, n);
      bytes += n;
    }
    zip.closeEntry();
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Adds a file that describes the bag and is none of its payload.
   *
   * @param name in the folder of the bag
   */
  public void tag(String name, String text) throws IOException {
    tags.put(
        name, write(name, new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Writes the manifests and ends the zip. A bag without this is none. */
  public void finish() throws IOException {
    info("Payload-Oxum", bytes + "." + payload.size());
    tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    StringBuilder said = new StringBuilder();
    info.forEach((name, value) -> said.append(name).append(": ").append(value).append('\n'));
    tag("bag-info.txt", said.toString());
    tag("manifest-sha256.txt", manifest(payload));
    write(
        "tagmanifest-sha256.txt",
        new java.io.ByteArrayInputStream(manifest(tags).getBytes(StandardCharsets.UTF_8)));
    zip.finish();
  }

  private static String manifest(Map<String, String> hashes) {
    StringBuilder text = new StringBuilder();
    hashes.forEach(
        (path, hash) -> text.append(hash).append("  ").append(Manifest.encoded(path)).append('\n'));
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
