package org.proffer.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which rules the messages of a case are checked.
 *
 * @param current the rules of now
 * @param checked how many messages under which rules, newest rules first
 * @param last the newest re-check; null if there was none
 */
public record RulesOfCase(String current, List<Checked> checked, @Nullable RecheckView last) {
  public RulesOfCase {
    checked = List.copyOf(checked);
  }

  /** Messages checked under one version of the rules. */
  public record Checked(String ruleVersion, long messages) {}

  /** Messages checked under other rules than those of now. */
  public long outdated() {
    return checked.stream()
        .filter(one -> !one.ruleVersion().equals(current))
        .mapToLong(Checked::messages)
        .sum();
  }

  /** Whether a re-check is under way. */
  public boolean underWay() {
    return last != null && !last.state().isEnded();
  }
}
