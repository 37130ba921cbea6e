package org.proffer.bagit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bag (RFC 8493, and 0.93 to 0.97) that is read and checked, in a folder or as the only folder of
 * a zip. Nothing is fetched: a file that is only promised by {@code fetch.txt} is missing.
 */
public final class Bag implements Closeable {
  private static final Pattern DECLARATION =
      Pattern.compile(
          "BagIt-Version: (\\d+)\\.(\\d+)\\r?\\nTag-File-Character-Encoding: (\\S+)\\s*");

  private final Path root;
  private final @Nullable FileSystem zip;

  private Bag(Path root, @Nullable FileSystem zip) {
    this.root = root;
    this.zip = zip;
  }

  /**
   * Opens a bag.
   *
   * @param path of the folder, or of the zip
   * @throws IOException if it is neither, or the zip has not one folder
   */
  public static Bag open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new Bag(path, null);
    }
    FileSystem zip = FileSystems.newFileSystem(path);
    try (Stream<Path> top = Files.list(zip.getPath("/"))) {
      List<Path> folders = top.filter(Files::isDirectory).toList();
      if (folders.size() != 1) {
        throw new IOException(path + " has " + folders.size() + " folders; a bag is one");
      }
      return new Bag(folders.get(0), zip);
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  /** What was found: every problem, a sentence each, and the hashes that were computed. */
  public record Checked(List<String> problems, Map<String, String> sha256) {
    /** Copies both. */
    public Checked {
      problems = List.copyOf(problems);
      sha256 = Map.copyOf(sha256);
    }
  }

  /**
   * Checks the whole bag: declaration, manifests, every file.
   *
   * @return the problems, none if the bag is valid, and the SHA-256 of every payload file
   */
  public Checked check() throws IOException {
    List<String> problems = new ArrayList<>();
    Map<String, String> sha256 = new LinkedHashMap<>();
    Path declaration = root.resolve("bagit.txt");
    if (!Files.isRegularFile(declaration)) {
      return new Checked(List.of("bagit.txt is missing."), sha256);
    }
    Matcher said = DECLARATION.matcher(Files.readString(declaration, StandardCharsets.UTF_8));
    if (!said.matches()) {
      return new Checked(List.of("bagit.txt does not declare a version and an encoding."), sha256);
    }
    boolean strict = Integer.parseInt(said.group(1)) >= 1;
    Charset encoding;
    try {
      encoding = Charset.forName(said.group(3));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return new Checked(
          List.of("bagit.txt: the encoding " + said.group(3) + " is not known."), sha256);
    }
    List<Manifest> manifests = manifests("manifest-", encoding, strict, problems);
    List<Manifest> tags = manifests("tagmanifest-", encoding, strict, problems);
    if (manifests.isEmpty()) {
      problems.add("There is no manifest.");
    }
    checkFetch(encoding, problems);
    Set<String> payload = payload();
    for (Manifest manifest : manifests) {
      manifest.hashes().keySet().stream()
          .filter(path -> !path.startsWith("data/"))
          .forEach(path -> problems.add("The manifest names “" + path + "”, which is no payload."));
    }
    for (String path : payload) {
      long naming = manifests.stream().filter(m -> m.hashes().containsKey(path)).count();
      if (strict ? naming < manifests.size() : naming == 0) {
        problems.add("“" + path + "” is not in " + (naming == 0 ? "a" : "every") + " manifest.");
      }
      hash(path, manifests, problems, sha256);
    }
    missing(manifests, payload, problems);
    for (String path : named(tags)) {
      if (Files.isRegularFile(root.resolve(path))) {
        hash(path, tags, problems, new LinkedHashMap<>());
      } else {
        problems.add("“" + path + "” is missing.");
      }
    }
    return new Checked(problems, sha256);
  }

  private List<Manifest> manifests(
      String prefix, Charset encoding, boolean strict, List<String> problems) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    try (Stream<Path> files = Files.list(root)) {
      for (Path file :
          files
              .filter(f -> f.getFileName().toString().matches(prefix + ".*\\.txt"))
              .sorted()
              .toList()) {
        manifests.add(Manifest.read(file, encoding, strict, problems::add));
      }
    }
    return manifests;
  }

  private static Set<String> named(List<Manifest> manifests) {
    Set<String> paths = new TreeSet<>();
    manifests.forEach(manifest -> paths.addAll(manifest.hashes().keySet()));
    return paths;
  }

  private static void missing(
      List<Manifest> manifests, Set<String> payload, List<String> problems) {
    for (String path : named(manifests)) {
      if (path.startsWith("data/") && !payload.contains(path)) {
        problems.add("“" + path + "” is missing.");
      }
    }
  }

  private void checkFetch(Charset encoding, List<String> problems) throws IOException {
    Path fetch = root.resolve("fetch.txt");
    if (!Files.isRegularFile(fetch)) {
      return;
    }
    for (String line : Files.readString(fetch, encoding).lines().toList()) {
      String[] parts = line.strip().split("[ \\t]+", 3);
      if (parts.length == 3 && Manifest.isOutside(parts[2])) {
        problems.add("fetch.txt: “" + parts[2] + "” leads out of the bag.");
      }
    }
  }

  private Set<String> payload() throws IOException {
    Set<String> paths = new TreeSet<>();
    Path data = root.resolve("data");
    if (Files.isDirectory(data)) {
      try (Stream<Path> files = Files.walk(data)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> paths.add(root.relativize(file).toString().replace('\\', '/')));
      }
    }
    return paths;
  }

  private void hash(
      String path, List<Manifest> manifests, List<String> problems, Map<String, String> sha256)
      throws IOException {
    Map<String, MessageDigest> digests = new LinkedHashMap<>();
    digests.put("SHA-256", digest("SHA-256"));
    for (Manifest manifest : manifests) {
      if (!manifest.algorithm().isEmpty()) {
        digests.computeIfAbsent(manifest.algorithm(), Bag::digest);
      }
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(root.resolve(path))) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (MessageDigest digest : digests.values()) {
          digest.update(buffer, 0, n);
        }
      }
    }
    Map<String, String> found = new LinkedHashMap<>();
    digests.forEach((name, digest) -> found.put(name, HexFormat.of().formatHex(digest.digest())));
    sha256.put(path, found.getOrDefault("SHA-256", ""));
    for (Manifest manifest : manifests) {
      String expected = manifest.hashes().get(path);
      if (expected != null && !expected.equals(found.get(manifest.algorithm()))) {
        problems.add("“" + path + "” has not the " + manifest.algorithm() + " of the manifest.");
      }
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }

  /** A file of the bag. */
  public Path file(String path) {
    return root.resolve(path);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
