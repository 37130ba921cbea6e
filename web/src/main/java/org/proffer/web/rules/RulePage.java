package org.proffer.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.messages.Rulebook;
import org.proffer.platform.NotFound;
import org.proffer.web.Show;

/** One rule with its history. */
@Named("rulePage")
@RequestScoped
public class RulePage {
  @Inject @RequestParameterMap private Map<String, String> asked;

  private List<RuleText> periods = List.of();

  /** Loads the rule. */
  public void load() {
    String id = asked.getOrDefault("id", "");
    periods = Rulebook.periods(id).stream().map(RuleText::of).toList();
    if (periods.isEmpty()) {
      Show.errorPage(new NotFound("rule", id));
    }
  }

  /** The newest period; null if there is no such rule. */
  public @Nullable RuleText getLast() {
    return periods.isEmpty() ? null : periods.get(periods.size() - 1);
  }

  /** The periods, oldest first. */
  public List<RuleText> getPeriods() {
    return periods;
  }

  public String getVersion() {
    return CanSpamRules.VERSION;
  }
}
