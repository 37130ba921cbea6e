package org.proffer.bagit;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hashes that a bag says its files have, by one algorithm.
 *
 * @param algorithm as Java names it
 * @param hashes lower-case hexadecimal, by the path of the file in the bag
 */
record Manifest(String algorithm, Map<String, String> hashes) {
  private static final Pattern NAME = Pattern.compile("(?:tag)?manifest-([a-z0-9]+)\\.txt");
  private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \\t]+\\*?(.+)");
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "md5", "MD5",
          "sha1", "SHA-1",
          "sha224", "SHA-224",
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512",
          "sha3256", "SHA3-256",
          "sha3512", "SHA3-512");

  /**
   * Reads a manifest.
   *
   * @param strict whether a file that is named twice is wrong even with the same hash (1.0)
   * @param problem is told what is wrong
   */
  static Manifest read(Path file, Charset encoding, boolean strict, Consumer<String> problem)
      throws IOException {
    String name = file.getFileName().toString();
    Matcher named = NAME.matcher(name);
    String algorithm = named.matches() ? ALGORITHMS.getOrDefault(named.group(1), "") : "";
    if (algorithm.isEmpty()) {
      problem.accept(name + ": the algorithm is not known.");
    }
    Map<String, String> hashes = new LinkedHashMap<>();
    List<String> lines = Files.readString(file, encoding).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!line.matches()) {
        problem.accept(name + ", line " + (i + 1) + ": not a hash and a path.");
        continue;
      }
      String path = decoded(line.group(2));
      if (isOutside(path)) {
        problem.accept(name + ", line " + (i + 1) + ": “" + path + "” leads out of the bag.");
        continue;
      }
      String hash = line.group(1).toLowerCase(Locale.ROOT);
      String other = hashes.putIfAbsent(path, hash);
      if (other != null && (strict || !other.equals(hash))) {
        problem.accept(name + ", line " + (i + 1) + ": “" + path + "” is named twice.");
      }
    }
    return new Manifest(algorithm, hashes);
  }

  /** A path without a leading {@code ./}, and with what RFC 8493, 2.1.3 encodes. */
  private static String decoded(String path) {
    String plain = path.startsWith("./") ? path.substring(2) : path;
    return plain.replaceAll("%0[Aa]", "\n").replaceAll("%0[Dd]", "\r").replace("%25", "%");
  }

  /** How a path is written in a manifest. */
  static String encoded(String path) {
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
  }

  static boolean isOutside(String path) {
    return path.startsWith("/")
        || path.startsWith("~")
        || path.startsWith("\\")
        || path.matches("[A-Za-z]:.*|%[A-Za-z]+%.*")
        || List.of(path.split("[/\\\\]", -1)).contains("..");
  }
}
