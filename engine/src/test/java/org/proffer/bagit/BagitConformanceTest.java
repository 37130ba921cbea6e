package org.proffer.bagit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public bags of bagit-conformance-suite. */
class BagitConformanceTest {
  private static List<Path> bags(String kind) throws IOException {
    String folder = System.getProperty("proffer.suites");
    assumeTrue(
        folder != null && Files.isDirectory(Path.of(folder, "bagit")),
        "SKIPPED: no public bags; give the folder of the suites extracted with"
            + " -Dproffer.suites=FOLDER; it has bagit in it.");
    List<Path> bags = new ArrayList<>();
    for (String version : List.of("v0.97", "v1.0")) {
      Path of = Path.of(String.valueOf(folder), "bagit", version, kind);
      if (Files.isDirectory(of)) {
        try (Stream<Path> each = Files.list(of)) {
          each.filter(Files::isDirectory).sorted().forEach(bags::add);
        }
      }
    }
    return bags;
  }

  private static List<String> problems(Path folder) throws IOException {
    try (Bag bag = Bag.open(folder)) {
      return bag.check().problems();
    }
  }

  @Test
  void validBagsAreValid() throws IOException {
    for (Path bag : bags("valid")) {
      assertThat(problems(bag)).as(bag.toString()).isEmpty();
    }
  }

  @Test
  void invalidBagsAreNot() throws IOException {
    for (String kind : List.of("invalid", "linux-only", "windows-only")) {
      for (Path bag : bags(kind)) {
        assertThat(problems(bag)).as(bag.toString()).isNotEmpty();
      }
    }
  }
}
