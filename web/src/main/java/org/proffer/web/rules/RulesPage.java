package org.proffer.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.platform.InvalidInput;
import org.proffer.web.Show;

/** The rules, all or those in force on a day. */
@Named("rulesPage")
@RequestScoped
public class RulesPage {
  @Inject @RequestParameterMap private Map<String, String> asked;

  private List<RuleText> rules = List.of();

  /** Loads the rules. */
  public void load() {
    try {
      rules =
          (getOn().isEmpty() ? CanSpamRules.all() : CanSpamRules.inForce(LocalDate.parse(getOn())))
              .stream().map(RuleText::of).toList();
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput("on", "“" + getOn() + "” is no day.", "Enter it like 2005-03-02.");
      refusal.initCause(e);
      Show.refusal(refusal);
    }
  }

  /** The day asked for; empty for every period. */
  public String getOn() {
    return asked.getOrDefault("on", "");
  }

  public List<RuleText> getRules() {
    return rules;
  }

  /** What is shown, in words. */
  public String getCoverage() {
    return getOn().isEmpty()
        ? rules.size() + " periods of rules, the whole history."
        : rules.size() + " rules in force on " + getOn() + ".";
  }

  public String getVersion() {
    return CanSpamRules.VERSION;
  }
}
