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
  private String address;
  private String session;
  private Long bytes;

  @Column(name = "value_before")
  private String before;

  @Column(name = "value_after")
  private String after;

  protected AuditEntry() {}

  AuditEntry(Instant at, Act act, @Nullable Origin origin) {
    this.at = at;
    this.actor = act.actor();
    this.action = act.action();
    this.caseId = act.caseId();
    this.objectType = act.objectType();
    this.objectId = act.objectId();
    this.outcome = act.outcome().name();
    this.detail = act.detail();
    this.address = origin == null ? null : origin.address();
    this.session = origin == null ? null : origin.session();
    this.bytes = act.bytes();
    this.before = act.before();
    this.after = act.after();
  }
}
