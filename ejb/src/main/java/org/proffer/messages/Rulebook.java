package org.proffer.messages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.CanSpamRules.Rule;

/**
 * The rules by id, for findings of any version: a rule that is in the list no longer is still
 * answered for.
 */
public final class Rulebook {
  private static final Map<String, List<Rule>> RULES = new LinkedHashMap<>();
  private static final Map<String, Integer> POSITIONS = new HashMap<>();

  static {
    for (Rule rule : CanSpamRules.all()) {
      POSITIONS.putIfAbsent(rule.id(), POSITIONS.size());
      RULES.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule);
    }
  }

  private Rulebook() {}

  /** The periods of a rule, oldest first; empty if there is no such rule. */
  public static List<Rule> periods(String id) {
    return List.copyOf(RULES.getOrDefault(id, List.of()));
  }

  /**
   * A rule as it stood on a day; as it first stood if it was not in force then; empty if there is
   * no such rule.
   */
  public static Optional<Rule> on(String id, LocalDate day) {
    List<Rule> periods = periods(id);
    return periods.stream()
        .filter(rule -> holds(rule, day))
        .findFirst()
        .or(() -> periods.stream().findFirst());
  }

  /** Whether a rule is in force on a day. */
  public static boolean holds(Rule rule, LocalDate day) {
    return !day.isBefore(rule.from()) && (rule.until() == null || day.isBefore(rule.until()));
  }

  /**
   * Whether a finding with this id is about a duty: only a duty is kept or broken. An id that is in
   * the list no longer is one: before definitions and defences yielded findings, all were duties.
   */
  public static boolean isDuty(String id) {
    List<Rule> periods = RULES.get(id);
    return periods == null || periods.get(0).kind() == CanSpamRules.Kind.DUTY;
  }

  static String citation(String id, LocalDate day) {
    return on(id, day).map(Rule::citation).orElse("");
  }

  static int position(String id) {
    return POSITIONS.getOrDefault(id, Integer.MAX_VALUE);
  }
}
