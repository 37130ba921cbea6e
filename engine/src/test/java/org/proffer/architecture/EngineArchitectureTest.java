package org.proffer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.IDN;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;

/** The engine decides without a server, a database or a clock. */
@AnalyzeClasses(packages = "org.proffer", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {

  @ArchTest
  static final ArchRule theLawDependsOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("org.proffer.law..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.proffer.law..");

  @ArchTest
  static final ArchRule theProofBoardDependsOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("org.proffer.proof..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.proffer.proof..");

  @ArchTest
  static final ArchRule theLedgerDependsOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("org.proffer.ledger..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.proffer.ledger..");

  @ArchTest
  static final ArchRule mailAddsTheMimeParser =
      classes()
          .that()
          .resideInAPackage("org.proffer.mail..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.apache.james.mime4j..",
              "org.apache.commons.compress..",
              "org.tukaani.xz..",
              "org.proffer.mail..");

  @ArchTest
  static final ArchRule authenticationKnowsMailAndNoNetwork =
      classes()
          .that()
          .resideInAPackage("org.proffer.authentication..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java.io..",
                      "java.lang..",
                      "java.math..",
                      "java.nio..",
                      "java.security..",
                      "java.time..",
                      "java.util..",
                      "org.jspecify..",
                      "org.proffer.authentication..",
                      "org.proffer.mail..")
                  .or(equivalentTo(IDN.class)));

  @ArchTest
  static final ArchRule analysisAddsTheHtmlParser =
      classes()
          .that()
          .resideInAPackage("org.proffer.analysis..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.jsoup..",
              "org.proffer.analysis..",
              "org.proffer.mail..",
              "org.proffer.law..");

  @ArchTest
  static final ArchRule onlyTheCommandKnowsItsArguments =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.proffer.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyTheCheckAndTheCommandReadJson =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.proffer.check..", "org.proffer.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule onlyTimeStampsReadCertificatesWithBouncyCastle =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.proffer.timestamp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule noPackagesInCircles =
      slices().matching("org.proffer.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noClockOutsideTheCommand =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.proffer.cli..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now", java.time.ZoneId.class)
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);
}
