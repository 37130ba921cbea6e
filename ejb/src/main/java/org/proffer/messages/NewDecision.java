package org.proffer.messages;

/**
 * A decision as a person gives it.
 *
 * @param reason why, 1 to 4,000 characters
 * @param after sequence of the last decision of this finding that the person has seen; 0 if none
 * @param ruleVersion the rules of the finding that the person has seen
 */
public record NewDecision(
    DecisionView.Decision decision, String reason, int after, String ruleVersion) {}
