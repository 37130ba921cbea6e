package org.proffer.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.law.Verdict;

/** What a person decided of a finding; never changed but for being marked as stale. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "finding_decision")
@NullUnmarked
class FindingDecision {
  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  @Column(name = "message_id")
  UUID messageId;

  String requirement;
  int sequence;

  @Enumerated(EnumType.STRING)
  DecisionView.Decision decision;

  String reason;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "decided_by")
  String decidedBy;

  @Column(name = "rule_version")
  String ruleVersion;

  @Enumerated(EnumType.STRING)
  Verdict verdict;

  boolean stale;

  protected FindingDecision() {}

  FindingDecision(UUID id, StoredMessage message, String requirement, Verdict verdict) {
    this.id = id;
    this.caseId = message.caseId;
    this.messageId = message.id;
    this.ruleVersion = message.ruleVersion;
    this.requirement = requirement;
    this.verdict = verdict;
  }

  DecisionView view() {
    return new DecisionView(
        new MessageId(messageId),
        requirement,
        sequence,
        decision,
        reason,
        decidedAt,
        decidedBy,
        ruleVersion,
        verdict,
        stale);
  }
}
