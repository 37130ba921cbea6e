package org.proffer.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proffer.law.canspam.CanSpamRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proffer rules}: the rules of a day, or one rule with its periods. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Lists the rules in force, or one with its test and history.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:listed", "2:there is no such rule"})
final class Rules implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "ID", description = "One rule, for example DIS-03.")
  private @Nullable String id;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The rules in force on that day (default: every rule, in each period).")
  private @Nullable LocalDate asOf;

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<CanSpamRules.Rule> rules = asOf == null ? CanSpamRules.all() : CanSpamRules.inForce(asOf);
    if (id == null) {
      rules.forEach(rule -> out.println(line(rule)));
      return 0;
    }
    String wanted = id.toUpperCase(Locale.ROOT);
    List<CanSpamRules.Rule> periods =
        rules.stream().filter(rule -> rule.id().equals(wanted)).toList();
    if (periods.isEmpty()) {
      System.err.println(
          "There is no rule " + id + (asOf == null ? "" : " on " + asOf) + ": see proffer rules.");
      return 2;
    }
    periods.forEach(rule -> show(rule, out));
    return 0;
  }

  private static String line(CanSpamRules.Rule rule) {
    return String.format(
        "%-8s %-10s %s – %-10s%s  %-36s %s",
        rule.id(),
        rule.kind(),
        rule.from(),
        rule.until() == null ? "" : rule.until(),
        rule.confirmed() ? " " : "?",
        rule.citation(),
        rule.title());
  }

  private static void show(CanSpamRules.Rule rule, PrintStream out) {
    out.println(rule.id() + "  " + rule.title());
    out.println("  " + rule.citation() + ", " + rule.kind().name().toLowerCase(Locale.ROOT));
    out.println(
        "  in force from "
            + rule.from()
            + (rule.until() == null ? "" : " until " + rule.until() + " (not included)")
            + (rule.confirmed() ? "" : "; these dates are not confirmed"));
    out.println("  law:  " + rule.summary());
    out.println("  test: " + rule.test());
    out.println(rule.note().isEmpty() ? "" : "  note: " + rule.note() + "\n");
  }
}
