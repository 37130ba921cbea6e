package org.proffer.web.messages;

import java.util.List;
import org.proffer.law.Finding;
import org.proffer.law.canspam.CanSpamRules.Rule;
import org.proffer.messages.DecisionView;
import org.proffer.messages.Rulebook;
import org.proffer.web.Show;

/**
 * A finding explained: the rule behind it, and what persons decided of it.
 *
 * @param title of the rule; empty where the rule is in the list no longer
 * @param summary what the law says
 * @param test what is tested
 * @param confirmed whether the dates of the rule are confirmed
 * @param duty whether it is about a duty
 * @param decisions newest first
 * @param after sequence of the newest decision; 0 if there is none
 */
public record FindingText(
    Finding finding,
    String title,
    String summary,
    String test,
    boolean confirmed,
    boolean duty,
    List<Decided> decisions,
    int after) {
  public FindingText {
    decisions = List.copyOf(decisions);
  }

  /**
   * A decision in the words of a page.
   *
   * @param chip class of its mark
   */
  public record Decided(DecisionView view, String at, String chip) {}

  static FindingText of(Finding finding, List<DecisionView> all) {
    List<DecisionView> decisions =
        all.stream().filter(d -> d.requirement().equals(finding.requirement())).toList();
    Rule rule = Rulebook.on(finding.requirement(), finding.lawAsOf()).orElse(null);
    return new FindingText(
        finding,
        rule == null ? "" : rule.title(),
        rule == null ? "" : rule.summary(),
        rule == null ? "" : rule.test(),
        rule == null || rule.confirmed(),
        Rulebook.isDuty(finding.requirement()),
        decisions.stream()
            .sorted((a, b) -> Integer.compare(b.sequence(), a.sequence()))
            .map(FindingText::decided)
            .toList(),
        decisions.stream().mapToInt(DecisionView::sequence).max().orElse(0));
  }

  private static Decided decided(DecisionView view) {
    return new Decided(
        view,
        Show.instant(view.decidedAt()),
        view.stale()
            ? "open"
            : view.decision() == DecisionView.Decision.CONFIRMED ? "good" : "bad");
  }
}
