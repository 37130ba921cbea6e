package org.proffer.authentication;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The public conformance suites, from a folder outside the project. */
final class PublicSuites {
  private static final String PROPERTY = "proffer.suites";

  private PublicSuites() {}

  /** A file or folder of the suites; without them the test is skipped and says so. */
  static Path path(String relative) {
    String root = System.getProperty(PROPERTY, "");
    assumeTrue(
        !root.isEmpty(),
        "SKIPPED, NOTHING WAS PROVED: give the folder of the extracted public suites with -D"
            + PROPERTY
            + "=FOLDER");
    Path path = Path.of(root).resolve(relative);
    assumeTrue(
        Files.exists(path), "SKIPPED, NOTHING WAS PROVED: there is no " + relative + " in " + root);
    return path;
  }

  /** The documents of a YAML file; every scalar stays the text it is. */
  static List<Map<String, Object>> documents(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(50_000_000);
    Resolver textOnly =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
          }
        };
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(new org.yaml.snakeyaml.DumperOptions()),
            new org.yaml.snakeyaml.DumperOptions(),
            options,
            textOnly);
    List<Map<String, Object>> documents = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (Object document : yaml.loadAll(reader)) {
        if (document instanceof Map<?, ?>) {
          documents.add(map(document));
        }
      }
    }
    return documents;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value instanceof List<?> ? (List<Object>) value : List.of(value);
  }
}
