package org.proffer.records;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A record of a case file, as it stands. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "case_record")
@NullUnmarked
class CaseRecord {
  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  String kind;
  String title;

  @Column(name = "sort_order")
  long order;

  @JdbcTypeCode(SqlTypes.JSON)
  @ColumnTransformer(write = "?::jsonb")
  String content;

  @Column(name = "search_text")
  String searchText;

  int version;
  boolean removed;

  /** Whether a version of it was written after a charging instrument it stands behind was filed. */
  boolean corrected;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "changed_by")
  String changedBy;

  protected CaseRecord() {}

  CaseRecord(UUID id, UUID caseId, String kind) {
    this.id = id;
    this.caseId = caseId;
    this.kind = kind;
  }

  /** A row as a list reads it, which is not written. */
  CaseRecord(
      UUID id,
      UUID caseId,
      String kind,
      String title,
      String content,
      int version,
      boolean corrected,
      Instant changedAt,
      String changedBy) {
    this(id, caseId, kind);
    this.title = title;
    this.content = content;
    this.version = version;
    this.corrected = corrected;
    this.changedAt = changedAt;
    this.changedBy = changedBy;
  }
}
