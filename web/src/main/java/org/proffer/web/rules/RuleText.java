package org.proffer.web.rules;

import java.util.Locale;
import org.proffer.law.canspam.CanSpamRules.Rule;

/**
 * A rule in one period, as pages show it.
 *
 * @param kind as a person reads it
 * @param until the first day on which it no longer holds so; a dash while it does
 * @param confirmed as a person reads it
 * @param chip class of the mark that says whether it is confirmed
 */
public record RuleText(Rule rule, String kind, String until, String confirmed, String chip) {
  /** A rule in the words of a page. */
  public static RuleText of(Rule rule) {
    String kind = rule.kind().name();
    return new RuleText(
        rule,
        kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT),
        rule.until() == null ? "—" : rule.until().toString(),
        rule.confirmed() ? "Confirmed" : "Not confirmed",
        rule.confirmed() ? "good" : "open");
  }
}
