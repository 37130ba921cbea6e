package org.proffer.web.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proffer.operations.Alarm;
import org.proffer.operations.Alarm.Subject;
import org.proffer.operations.Operations;
import org.proffer.operations.Pool;
import org.proffer.operations.Readiness;
import org.proffer.operations.Standing;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** How the portal runs just now: what is wrong first, then figures by subject. */
@Named("operationsPage")
@RequestScoped
public class OperationsPage {
  @Inject private Operations operations;

  private String at = "";
  private List<String> alarms = List.of();
  private List<Section> sections = List.of();

  /** A figure with its name. */
  public record Figure(String name, String value) {}

  /** Figures that belong together; the chip says in a word how they are. */
  public record Section(String title, String chip, String word, List<Figure> figures) {}

  /** Reads how it runs. */
  public void load() {
    try {
      Standing now = operations.standing();
      at = Show.instant(now.at());
      alarms = now.alarms().stream().map(Alarm::text).toList();
      sections =
          List.of(
              checks(now),
              backups(now),
              imports(now),
              audit(now),
              logins(now),
              pools(now),
              machine(now));
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static Section checks(Standing now) {
    boolean all = now.checks().stream().allMatch(Readiness.Check::up);
    return section(
        "Ready",
        all,
        "ready",
        "not ready",
        now.checks().stream()
            .map(
                check ->
                    new Figure(
                        lower(check.subject().name()),
                        check.up() ? "as it must be" : "not as it must be"))
            .toList());
  }

  private static Section backups(Standing now) {
    return section(
        "Backup",
        now.backupAt() != null && isQuiet(now, Subject.BACKUP),
        "recent",
        "due",
        List.of(
            new Figure("last completed", Show.instant(now.backupAt())),
            new Figure("age", age(now, now.backupAt()))));
  }

  private static Section imports(Standing now) {
    List<Figure> figures = new ArrayList<>();
    new TreeMap<>(now.imports())
        .forEach((state, count) -> figures.add(new Figure(lower(state), Show.count(count))));
    figures.add(new Figure("oldest open one", age(now, now.waitingSince())));
    return section("Imports", true, now.waitingSince() == null ? "idle" : "at work", "", figures);
  }

  private static Section audit(Standing now) {
    return section(
        "Audit and custody",
        isQuiet(now, Subject.AUDIT_LOG) && isQuiet(now, Subject.CUSTODY_LOG),
        "recording",
        "look at the alarm",
        List.of(
            new Figure("entries under the newest head", Show.count(now.auditSize())),
            new Figure("newest head", age(now, now.auditHeadAt()) + " ago"),
            new Figure("whole log compared", age(now, now.auditReadAt()) + " ago"),
            new Figure("entries without a place", Show.count(now.unplaced())),
            new Figure("custody events", Show.count(now.custody())),
            new Figure("newest custody event", Show.instant(now.custodyAt()))));
  }

  private static Section logins(Standing now) {
    return section(
        "Failed logins",
        now.failedLogins() == 0,
        "none this hour",
        "this hour",
        List.of(
            new Figure("last hour", Show.count(now.failedLogins())),
            new Figure("last 24 hours", Show.count(now.failedLoginsOfTheDay()))));
  }

  private static Section pools(Standing now) {
    return section(
        "Database connections",
        now.pools().stream().allMatch(pool -> pool.waiting() == 0),
        "free",
        "requests wait",
        now.pools().stream().map(OperationsPage::figure).toList());
  }

  private static Figure figure(Pool pool) {
    return new Figure(
        pool.name(),
        pool.inUse() + " of " + pool.most() + " in use, " + pool.waiting() + " waiting");
  }

  private static Section machine(Standing now) {
    return section(
        "Server",
        now.heap() < now.mostHeap() * 9 / 10,
        "running",
        "memory nearly full",
        List.of(
            new Figure("up for", age(now, now.startedAt())),
            new Figure("heap", Show.bytes(now.heap()) + " of " + Show.bytes(now.mostHeap())),
            new Figure("threads", Show.count(now.threads())),
            new Figure(
                "vault's disk", Show.bytes(now.free()) + " free of " + Show.bytes(now.disk())),
            new Figure("schema of the database", "V" + now.schema())));
  }

  private static Section section(
      String title, boolean good, String well, String ill, List<Figure> figures) {
    return new Section(title, good ? "good" : "open", good ? well : ill, figures);
  }

  private static boolean isQuiet(Standing now, Subject subject) {
    return now.alarms().stream().noneMatch(alarm -> alarm.subject() == subject);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** How long ago, in the two largest units. */
  static String age(Standing now, @Nullable Instant since) {
    if (since == null) {
      return "—";
    }
    Duration age = Duration.between(since, now.at());
    if (age.toDays() > 0) {
      return age.toDays() + " d " + age.toHoursPart() + " h";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h " + age.toMinutesPart() + " min";
    }
    return age.toMinutes() > 0
        ? age.toMinutes() + " min " + age.toSecondsPart() + " s"
        : Math.max(0, age.toSeconds()) + " s";
  }

  /** When this was so. */
  public String getAt() {
    return at;
  }

  /** What somebody must look at. */
  public List<String> getAlarms() {
    return alarms;
  }

  /** The figures by subject. */
  public List<Section> getSections() {
    return sections;
  }
}
