package org.proffer.law.canspam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proffer.law.DatedTable;

/** Every number and every reading of the tables is used by a class. */
class LawInUseTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "proffer", "law");

  @Test
  void everyIdOfTheTablesIsNamedByAClass() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(file.toString(), Files.readString(file));
      }
    }
    assertThat(sources).isNotEmpty();
    for (DatedTable table : List.of(Law.THRESHOLDS, Law.READINGS)) {
      assertThat(table.ids())
          .allSatisfy(
              id ->
                  assertThat(
                          sources.values().stream()
                              .anyMatch(text -> text.contains("\"" + id + "\"")))
                      .as("a class that uses " + id)
                      .isTrue());
    }
  }

  @Test
  void everyReadingSaysThatItIsNotConfirmed() {
    assertThat(Law.READINGS.ids())
        .allSatisfy(
            id ->
                assertThat(Law.reading(id, LocalDate.of(2026, 3, 16)))
                    .startsWith("A reading not confirmed in a source: ")
                    .endsWith(")."));
  }
}
