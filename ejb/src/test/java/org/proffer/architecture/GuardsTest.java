package org.proffer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.proffer.access.Access;
import org.proffer.access.ClientAccess;

/**
 * Every public method of every service asks the policy, itself or by the service it calls. For each
 * method that asks, it is tried whether anybody would notice if it did not any more.
 */
class GuardsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPath(Path.of("target", "classes"));

  /** Services, or methods of them, that ask nobody, and why. */
  private static final Map<String, String> ASK_NOBODY =
      Map.ofEntries(
          Map.entry("AuditKeeper", "the portal's own work, by a timer"),
          Map.entry("CustodyKeeper", "the portal's own work, by a timer"),
          Map.entry("ImportJobs", "the portal's own work, by a timer; Imports.start asked"),
          Map.entry("RecheckJobs", "the portal's own work, by a timer; Rechecks.start asked"),
          Map.entry("Caller", "says who asks"),
          Map.entry("SignIns", "nobody is in yet"),
          Map.entry("VouchedLogins", "nobody is in yet"),
          Map.entry("Logins", "names of logins, which everybody in may know"),
          Map.entry(
              "CalendarFeeds.read",
              "whoever has the secret address; works in the name of its owner"),
          Map.entry("RepeatedRequests", "one's own requests; what is repeated asked"),
          Map.entry("Cases.demonstration", "asks the rows that the person sees"),
          Map.entry("Fixity.requireSound", "asked about an item that was asked for"),
          Map.entry("Records.words", "words of a record that was read"),
          Map.entry("DeskFindings.today", "the day, which everybody may know"),
          Map.entry("Records.filedWith", "asked about a record that was read"),
          Map.entry("Documents.signs", "whether the office has a key, which everybody in may know"),
          Map.entry(
              "DeskReports.signs", "whether the office has a key, which everybody in may know"),
          Map.entry(
              "MechanismProbes",
              "the portal's own work, in the background; MechanismWatches.start asked"),
          Map.entry("SeedArrivals.accepts", "whether mail to an address is taken, asked by SMTP"),
          Map.entry(
              "MailingAuditJobs",
              "the portal's own work, in the background; MailingAudits.start asked"));

  /** Who is asked: the policy of cases, and that of clients under audit, who are no cases. */
  private static final List<Class<?>> GUARDS = List.of(Access.class, ClientAccess.class);

  private static boolean asks(JavaMethodCall call) {
    return GUARDS.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)
        && Set.of("require", "requireFresh", "may", "allowed").contains(call.getName());
  }

  private static Set<JavaMethod> methods() {
    return CLASSES.stream()
        .filter(type -> GUARDS.stream().noneMatch(type::isEquivalentTo))
        .flatMap(type -> type.getMethods().stream())
        .collect(Collectors.toSet());
  }

  /** The methods that ask, or call one that does; as if some did not ask themselves. */
  private static Set<JavaMethod> asking(Set<JavaMethod> methods, Set<JavaMethod> without) {
    Set<JavaMethod> asking = new HashSet<>();
    methods.stream()
        .filter(m -> !without.contains(m))
        .filter(m -> m.getMethodCallsFromSelf().stream().anyMatch(GuardsTest::asks))
        .forEach(asking::add);
    for (int before = -1; before < asking.size(); ) {
      before = asking.size();
      for (JavaMethod method : methods) {
        if (!asking.contains(method)
            && method.getMethodCallsFromSelf().stream()
                .anyMatch(
                    call ->
                        call.getTarget().resolveMember().filter(asking::contains).isPresent())) {
          asking.add(method);
        }
      }
    }
    return asking;
  }

  private static boolean isOfAService(JavaMethod method) {
    return (method.getOwner().isAnnotatedWith(Stateless.class)
            || method.getOwner().isAnnotatedWith(Singleton.class))
        && method.getModifiers().contains(JavaModifier.PUBLIC)
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !method.getModifiers().contains(JavaModifier.STATIC)
        && !method.isAnnotatedWith(PostConstruct.class)
        && !method.isAnnotatedWith(PreDestroy.class)
        && !method.isAnnotatedWith(Timeout.class);
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }

  private static boolean isKnown(JavaMethod method) {
    return ASK_NOBODY.containsKey(name(method))
        || ASK_NOBODY.containsKey(method.getOwner().getSimpleName());
  }

  @Test
  void everyPublicMethodOfAServiceAsksThePolicy() {
    Set<JavaMethod> methods = methods();
    Set<JavaMethod> asking = asking(methods, Set.of());
    List<JavaMethod> services = methods.stream().filter(GuardsTest::isOfAService).toList();

    Set<String> open = new TreeSet<>();
    services.stream()
        .filter(m -> !asking.contains(m) && !isKnown(m))
        .forEach(m -> open.add(name(m)));
    assertThat(open).isEmpty();
    assertThat(services.stream().filter(asking::contains)).hasSizeGreaterThan(100);
    Set<String> used = new TreeSet<>();
    services.stream()
        .filter(m -> !asking.contains(m))
        .forEach(
            m ->
                used.add(ASK_NOBODY.containsKey(name(m)) ? name(m) : m.getOwner().getSimpleName()));
    assertThat(used).as("reasons that are still needed").containsAll(ASK_NOBODY.keySet());
  }

  @Test
  void aMethodThatAskedNoMoreWouldBeNoticed() {
    Set<JavaMethod> methods = methods();
    Set<JavaMethod> asking = asking(methods, Set.of());
    List<JavaMethod> asksItself =
        methods.stream()
            .filter(m -> m.getMethodCallsFromSelf().stream().anyMatch(GuardsTest::asks))
            .toList();
    Map<String, String> survivors = new TreeMap<>();
    for (JavaMethod method : asksItself) {
      Set<JavaMethod> left = asking(methods, Set.of(method));
      List<JavaMethod> lost =
          new ArrayList<>(
              asking.stream().filter(m -> isOfAService(m) && !left.contains(m)).toList());
      if (lost.isEmpty()) {
        survivors.put(name(method), "asks others too");
      }
    }
    System.out.printf(
        "Guards: %d methods ask themselves; without asking, %d would still ask by what they call: %s%n",
        asksItself.size(), survivors.size(), survivors.keySet());
    assertThat(asksItself).hasSizeGreaterThan(80);
    assertThat(survivors.size()).isLessThan(asksItself.size() / 2);
  }
}
