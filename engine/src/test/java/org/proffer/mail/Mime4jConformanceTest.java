package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The tree of parts and their decoded content against what Apache James mime4j expects of its own
 * test messages, read from a folder outside this project.
 */
class Mime4jConformanceTest {
  /** What we do differently on purpose, by the name of the message. */
  private static final Map<String, String> OTHERWISE = otherwise();

  private static Map<String, String> otherwise() {
    Map<String, String> reasons = new HashMap<>();
    for (String name :
        List.of(
            "badbound",
            "missing-boundary",
            "missing-inner-boundary",
            "missing-inner-start-boundary",
            "multipartnopart")) {
      reasons.put(name, "the text of a multipart without parts is kept as a part");
    }
    for (String name :
        List.of(
            "multi-2gifs-base64",
            "bad-newlines-multiple-parts-base64",
            "base64encoded-rfc822message",
            "base64encoded-rfc822message-nested")) {
      reasons.put(name, "an encoded message is kept as a leaf: RFC 2046 5.2.1 forbids it");
    }
    for (String name : List.of("frag", "multi-frag")) {
      reasons.put(name, "base64 that ends within a group gives the bytes it has");
    }
    for (String name :
        List.of(
            "hdr-fakeout",
            "basic-plain-with-bad-header-separator",
            "malformedHeader-noheader",
            "malformedHeaderStartsBody-nocrlfcrlf",
            "malformedHeaderStartsBody-noheader",
            "obsolete")) {
      reasons.put(name, "a line that is no field begins the body unless a field follows it");
    }
    for (String name : List.of("weird-boundary", "very-long-boundary", "very-very-long-boundary")) {
      reasons.put(name, "a boundary does not end in spaces (RFC 2046 5.1.1)");
    }
    reasons.put("ending-boundaries", "text after a boundary on its line makes it no boundary line");
    return reasons;
  }

  @TestFactory
  Stream<DynamicTest> structureAndContentAreAsMime4jExpects() throws IOException {
    String folder = System.getProperty("proffer.suites");
    if (folder == null) {
      return abort(
          "SKIPPED: mime4j's messages are not at hand. Give the folder in which the suites were"
              + " extracted with -Dproffer.suites=FOLDER; it has mime/mime4j in it.");
    }
    try (Stream<Path> files = Files.walk(Path.of(folder, "mime", "mime4j"))) {
      List<Path> messages =
          files
              .filter(f -> f.toString().endsWith(".msg") && Files.exists(expectation(f)))
              .sorted()
              .toList();
      assertThat(messages).isNotEmpty();
      return messages.stream().map(m -> DynamicTest.dynamicTest(name(m), () -> compare(m)));
    }
  }

  private static String name(Path message) {
    return message.getFileName().toString().replaceFirst("\\.msg$", "");
  }

  private static Path expectation(Path message) {
    return message.resolveSibling(name(message) + "_decoded.xml");
  }

  private static void compare(Path message) throws Exception {
    List<byte[]> bodies = new ArrayList<>();
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(expectation(message).toFile())
            .getDocumentElement();
    String expected = shape(root, message, bodies);
    ParsedMessage parsed =
        new MessageParser(ParseBudget.DEFAULT).parse(ByteSource.of(Files.readAllBytes(message)));
    String actual = shape(parsed.root());
    List<Part> leaves = parsed.parts().filter(p -> p.children().isEmpty() && isLeaf(p)).toList();

    String reason = OTHERWISE.get(name(message));
    if (reason != null) {
      boolean same = actual.equals(expected) && sameBodies(leaves, bodies);
      assertThat(same).as("differs on purpose, because " + reason).isFalse();
      return;
    }
    assertThat(actual).isEqualTo(expected);
    for (int i = 0; i < bodies.size(); i++) {
      assertThat(isBody(leaves.get(i), bodies.get(i)))
          .as("body " + leaves.get(i).section() + " of " + bodies.get(i).length + " bytes")
          .isTrue();
    }
  }

  private static boolean sameBodies(List<Part> leaves, List<byte[]> bodies) throws Exception {
    for (int i = 0; i < bodies.size(); i++) {
      if (!isBody(leaves.get(i), bodies.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBody(Part leaf, byte[] expected) throws Exception {
    DecodedText text = leaf.text();
    if (text != null) {
      // mime4j writes CRLF where quoted-printable has a line end; we keep the one that is there.
      String decoded = new String(expected, text.charset());
      return lineFeeds(text.text()).equals(lineFeeds(decoded));
    }
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(expected);
    return Objects.equals(leaf.sha256(), HexFormat.of().formatHex(hash));
  }

  private static String lineFeeds(String text) {
    return text.replace("\r\n", "\n");
  }

  private static boolean isLeaf(Part part) {
    return !part.mediaType().startsWith("multipart/") || part.text() != null;
  }

  private static String shape(Part part) {
    if (part.children().isEmpty()) {
      return !isLeaf(part) ? "multipart()" : part.text() != null ? "text" : "binary";
    }
    String kind = part.mediaType().startsWith("multipart/") ? "multipart" : "message";
    return kind + part.children().stream().map(Mime4jConformanceTest::shape).toList();
  }

  private static String shape(Element element, Path message, List<byte[]> bodies)
      throws IOException {
    List<String> inner = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (!(n instanceof Element child)) {
        continue;
      }
      switch (child.getTagName()) {
        case "text-body", "binary-body" -> {
          bodies.add(Files.readAllBytes(message.resolveSibling(child.getAttribute("name"))));
          inner.add(child.getTagName().replace("-body", ""));
        }
        case "body-part" -> inner.add(shape(child, message, bodies));
        case "multipart" -> inner.add("multipart" + partsOf(child, message, bodies));
        case "message" -> inner.add("message[" + shape(child, message, bodies) + "]");
        default -> {
          // header, preamble and epilogue are no parts
        }
      }
    }
    return String.join(", ", inner);
  }

  private static List<String> partsOf(Element multipart, Path message, List<byte[]> bodies)
      throws IOException {
    List<String> parts = new ArrayList<>();
    for (Node n = multipart.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child && child.getTagName().equals("body-part")) {
        parts.add(shape(child, message, bodies));
      }
    }
    return parts;
  }
}
