package org.proffer.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;

/** What was found in a message before a re-check, beside what the re-check found. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "superseded_assessment")
@IdClass(SupersededAssessment.Key.class)
@NullUnmarked
class SupersededAssessment {
  @Id
  @Column(name = "recheck_id")
  UUID recheckId;

  @Id
  @Column(name = "message_id")
  UUID messageId;

  @Column(name = "rule_version")
  String ruleVersion;

  @Column(name = "law_as_of")
  LocalDate lawAsOf;

  @Enumerated(EnumType.STRING)
  PrimaryPurpose.Value purpose;

  @Enumerated(EnumType.STRING)
  Verdict verdict;

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] violated;

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] undetermined;

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] met;

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(read = "assessment::text", write = "?::jsonb")
  String assessment;

  @Column(name = "superseded_at")
  Instant supersededAt;

  boolean changed;

  @Enumerated(EnumType.STRING)
  @Column(name = "new_verdict")
  Verdict newVerdict;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "new_violated")
  String[] newViolated;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "new_undetermined")
  String[] newUndetermined;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "new_met")
  String[] newMet;

  /** Which message in which re-check. */
  record Key(UUID recheckId, UUID messageId) implements Serializable {}

  protected SupersededAssessment() {}

  SupersededAssessment(UUID recheckId, StoredMessage before, Assessment found, Instant at) {
    this.recheckId = recheckId;
    this.messageId = before.id;
    this.ruleVersion = before.ruleVersion;
    this.lawAsOf = before.lawAsOf;
    this.purpose = before.purpose;
    this.verdict = before.verdict;
    this.violated = before.violated;
    this.undetermined = before.undetermined;
    this.met = before.met;
    this.assessment = before.assessment();
    this.supersededAt = at;
    this.changed = before.differsFrom(found);
    this.newVerdict = found.verdict();
    this.newViolated = found.violated().toArray(String[]::new);
    this.newUndetermined = found.undetermined().toArray(String[]::new);
    this.newMet = found.met().toArray(String[]::new);
  }

  EarlierFindings view() {
    return new EarlierFindings(
        new RecheckId(recheckId),
        ruleVersion,
        supersededAt,
        verdict,
        AssessmentJson.findings(assessment, lawAsOf));
  }
}
