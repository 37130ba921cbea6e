package org.proffer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final List<String> ENGINE =
      List.of(
          "mail",
          "analysis",
          "law",
          "check",
          "generator",
          "cli",
          "proof",
          "ledger",
          "bagit",
          "timestamp",
          "mailings",
          "trends",
          "advice");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPath(Path.of("target", "classes"));

  private static String capability(JavaClass type) {
    String[] names = type.getPackageName().split("\\.");
    return names.length > 2 && names[0].equals("org") && names[1].equals("proffer") ? names[2] : "";
  }

  @Test
  void everyCapabilityIsInTheTable() {
    TreeSet<String> found = new TreeSet<>();
    CLASSES.forEach(type -> found.add(capability(type)));
    found.remove("");

    assertThat(AllowedDependencies.TABLE.keySet()).isEqualTo(found);
  }

  @Test
  void capabilitiesKnowOnlyWhatTheTableAllows() {
    for (Map.Entry<String, List<String>> row : AllowedDependencies.TABLE.entrySet()) {
      List<String> allowed = new java.util.ArrayList<>(row.getValue());
      allowed.add(row.getKey());
      allowed.addAll(ENGINE);
      String[] packages =
          allowed.stream().map(name -> "org.proffer." + name + "..").toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("org.proffer." + row.getKey() + "..")
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                      "org.proffer..")
                  .and(
                      com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(
                          packages)))
          .check(CLASSES);
    }
  }

  @Test
  void noCapabilitiesInCircles() {
    slices().matching("org.proffer.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void entitiesNeverLeaveTheirPackage() {
    classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(CLASSES);
  }

  @Test
  void onlyTheProducerAsksTheSystemsClock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.proffer.platform.ClockProducer")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .check(CLASSES);
  }

  @Test
  void thePictureInTheDocumentsIsTheTable() throws IOException {
    StringBuilder picture = new StringBuilder("```mermaid\ngraph BT\n");
    AllowedDependencies.TABLE.forEach(
        (from, all) ->
            all.forEach(
                to -> picture.append("  ").append(from).append(" --> ").append(to).append('\n')));
    picture.append("```");
    Path file = Path.of("..", "docs", "architecture.md");
    if (Boolean.getBoolean("proffer.draw")) {
      String text = Files.readString(file);
      Files.writeString(
          file,
          text.replaceFirst(
              "(?s)```mermaid.*?```",
              java.util.regex.Matcher.quoteReplacement(picture.toString())));
    }

    assertThat(Files.readString(file))
        .as("run the test with -Dproffer.draw=true to draw the picture anew")
        .contains(picture);
  }
}
