package org.proffer.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One row of the audit log. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "audit_entry")
@NullUnmarked
class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Instant at;
  private String actor;
  private String action;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "object_type")
  private String objectType;

  @Column(name = "object_id")
  private String objectId;

  private String outcome;
  private String detail;

  protected AuditEntry() {}

  AuditEntry(
      Instant at,
      String actor,
      String action,
      @Nullable UUID caseId,
      String objectType,
      String objectId,
      String outcome,
      String detail) {
    this.at = at;
    this.actor = actor;
    this.action = action;
    this.caseId = caseId;
    this.objectType = objectType;
    this.objectId = objectId;
    this.outcome = outcome;
    this.detail = detail;
  }
}
