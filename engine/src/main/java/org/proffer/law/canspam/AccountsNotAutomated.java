package org.proffer.law.canspam;

import java.util.Optional;
import org.proffer.law.canspam.recorded.AccountsOpened;

/**
 * The accounts used for sending were not opened by scripts or other automated means.
 *
 * <p>Source: 15 U.S.C. 7704(b)(2). Several accounts; the Act sets no number and names no knowledge.
 * Needs a violation of 7704(a).
 */
final class AccountsNotAutomated implements CanSpamRule {
  @Override
  public String id() {
    return "AGG-03";
  }

  @Override
  public Answer decide(Matter matter) {
    Optional<AccountsOpened> fact = matter.recorded().last(AccountsOpened.class);
    return Predicate.of(matter)
        .decide(
            fact.map(AccountsOpened::source),
            fact.map(f -> f.automated() && f.accounts() > 1).orElse(false),
            "Several accounts were opened by automated means",
            "Not made out: several accounts were not opened by automated means",
            "how the accounts used for sending were opened, and how many");
  }
}
