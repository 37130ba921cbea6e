package org.proffer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public proof vectors of transparency-dev/merkle. */
class LedgerConformanceTest {
  /** A vector: numbers and texts as text, the proof as a list. */
  private record Vector(Path file, Map<String, String> values, List<String> proof) {
    String value(String name) {
      return values.getOrDefault(name, "");
    }

    /** A hash; where the vector has bytes that are none, a hash that stands for them alone. */
    TreeHash hash(String name) {
      return tree(value(name));
    }

    List<TreeHash> path() {
      return proof.stream().map(Vector::tree).toList();
    }

    private static TreeHash tree(String base64) {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == TreeHash.LENGTH
          ? TreeHash.of(bytes)
          : TreeHash.ofLeaf(("no hash: " + base64).getBytes(StandardCharsets.UTF_8));
    }

    long number(String name) {
      return Long.parseUnsignedLong(values.getOrDefault(name, "0"));
    }

    boolean good() {
      return !value("wantErr").equals("true");
    }
  }

  private static List<Vector> vectors(String kind) throws IOException {
    String folder = System.getProperty("proffer.suites");
    assumeTrue(
        folder != null && Files.isDirectory(Path.of(folder, "ledger", "testdata", kind)),
        "SKIPPED: no public proof vectors; give the folder of the suites extracted with"
            + " -Dproffer.suites=FOLDER; it has ledger in it.");
    List<Vector> vectors = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder, "ledger", "testdata", kind))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        vectors.add(read(file));
      }
    }
    return vectors;
  }

  private static Vector read(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    List<String> proof = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          if (json.nextToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
              proof.add(json.getText());
            }
          } else if (json.currentToken() != JsonToken.VALUE_NULL) {
            values.put(name, json.getText());
          }
        }
      }
    }
    return new Vector(file, values, proof);
  }

  @Test
  void everyInclusionVectorIsJudgedAsItShouldBe() throws IOException {
    List<Vector> vectors = vectors("inclusion");
    assertThat(vectors).isNotEmpty();
    for (Vector vector : vectors) {
      boolean included =
          Proofs.included(
              vector.hash("leafHash"),
              vector.number("leafIdx"),
              vector.number("treeSize"),
              vector.path(),
              vector.hash("root"));
      assertThat(included).as(vector.file().toString()).isEqualTo(vector.good());
    }
    System.out.println(vectors.size() + " inclusion vectors");
  }

  @Test
  void everyConsistencyVectorIsJudgedAsItShouldBe() throws IOException {
    List<Vector> vectors = vectors("consistency");
    assertThat(vectors).isNotEmpty();
    for (Vector vector : vectors) {
      boolean consistent =
          Proofs.consistent(
              vector.number("size1"),
              vector.hash("root1"),
              vector.number("size2"),
              vector.hash("root2"),
              vector.path());
      assertThat(consistent).as(vector.file().toString()).isEqualTo(vector.good());
    }
    System.out.println(vectors.size() + " consistency vectors");
  }

  @Test
  void everySubtreeInclusionVectorIsJudgedAsItShouldBe() throws IOException {
    List<Vector> vectors = vectors("subtreeinclusion");
    assertThat(vectors).isNotEmpty();
    for (Vector vector : vectors) {
      boolean included =
          Subtrees.included(
              vector.hash("leafHash"),
              vector.number("leafIdx"),
              vector.number("start"),
              vector.number("end"),
              vector.path(),
              vector.hash("root"));
      assertThat(included).as(vector.file().toString()).isEqualTo(vector.good());
    }
    System.out.println(vectors.size() + " subtree inclusion vectors");
  }

  @Test
  void everySubtreeConsistencyVectorIsJudgedAsItShouldBe() throws IOException {
    List<Vector> vectors = vectors("subtreeconsistency");
    assertThat(vectors).isNotEmpty();
    for (Vector vector : vectors) {
      boolean consistent =
          Subtrees.consistent(
              vector.number("start"),
              vector.number("end"),
              vector.hash("root1"),
              vector.number("size"),
              vector.hash("root2"),
              vector.path());
      assertThat(consistent).as(vector.file().toString()).isEqualTo(vector.good());
    }
    System.out.println(vectors.size() + " subtree consistency vectors");
  }
}
