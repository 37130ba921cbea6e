package org.proffer.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proffer.access.Action;
import org.proffer.access.ClientAction;

/** Every endpoint and every page has its operation in the table of ways in. */
class SurfaceTest {
  private static final Path SECURITY = Path.of("..", "docs", "security");

  /** Open to everyone; what one is oneself; what the kind of record says. */
  private static final Set<String> NO_ACTION = Set.of("OPEN", "OWN", "KIND");

  private static Map<String, String> table(String wayIn) throws IOException {
    Map<String, String> operations = new TreeMap<>();
    for (String line : Files.readAllLines(SECURITY.resolve("surface.csv"))) {
      String[] cells = line.split(",");
      if (cells[0].equals(wayIn)) {
        operations.put(cells[1], cells[2]);
      }
    }
    return operations;
  }

  @Test
  void everyEndpointIsInTheTable() throws IOException {
    Set<String> endpoints = new TreeSet<>();
    try (InputStream in =
            Objects.requireNonNull(SurfaceTest.class.getResourceAsStream("openapi.json"));
        JsonReader reader = Json.createReader(in)) {
      JsonObject paths = reader.readObject().getJsonObject("paths");
      for (String path : paths.keySet()) {
        for (String method : paths.getJsonObject(path).keySet()) {
          if (!method.equals("parameters")) {
            endpoints.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
          }
        }
      }
    }
    assertThat(table("endpoint").keySet()).isEqualTo(endpoints);
  }

  @Test
  void everyPageIsInTheTable() throws IOException {
    Path root = Path.of("src", "main", "webapp");
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(table("page").keySet())
          .isEqualTo(
              files
                  .map(file -> root.relativize(file).toString().replace('\\', '/'))
                  .filter(name -> name.endsWith(".xhtml"))
                  .filter(name -> !name.matches("(WEB-INF|resources|error)/.*"))
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void everyOperationIsOneThePolicyDecides() throws IOException {
    List<String> actions =
        Stream.concat(Arrays.stream(Action.values()), Arrays.stream(ClientAction.values()))
            .map(Enum::name)
            .toList();
    assertThat(
            Stream.of(table("endpoint"), table("page"))
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(operation -> !NO_ACTION.contains(operation)))
        .isSubsetOf(actions);
    assertThat(actions.stream().filter(action -> !used(action)))
        .containsExactlyInAnyOrder(
            // Written by the kind of record.
            "RELEASE_CLIENT",
            // Changes of the details of a case, by the kind of record.
            "EDIT_CASE",
            "CHANGE_STATUS",
            "REOPEN_CASE",
            "ARCHIVE_CASE",
            "SEAL_CASE",
            "UNSEAL_CASE",
            "SET_LEGAL_HOLD",
            "LIFT_LEGAL_HOLD");
  }

  private static boolean used(String action) {
    try {
      return table("endpoint").containsValue(action) || table("page").containsValue(action);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
