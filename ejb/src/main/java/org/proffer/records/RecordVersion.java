package org.proffer.records;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** One version of a record; written once, never changed. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "record_version")
@IdClass(RecordVersion.Key.class)
@NullUnmarked
class RecordVersion {
  @Id
  @Column(name = "record_id")
  UUID recordId;

  @Id int version;

  @Column(name = "case_id")
  UUID caseId;

  @JdbcTypeCode(SqlTypes.JSON)
  @ColumnTransformer(write = "?::jsonb")
  String content;

  boolean removed;
  String note;

  /** The filed instrument the record stood behind when this corrected it; empty otherwise. */
  @Column(name = "after_filing")
  String afterFiling;

  Instant at;

  @Column(name = "by_login")
  String by;

  protected RecordVersion() {}

  RecordVersion(CaseRecord record, String note, String afterFiling) {
    this.recordId = record.id;
    this.version = record.version;
    this.caseId = record.caseId;
    this.content = record.content;
    this.removed = record.removed;
    this.note = note;
    this.afterFiling = afterFiling;
    this.at = record.changedAt;
    this.by = record.changedBy;
  }

  /** Which version of which record. */
  record Key(UUID recordId, int version) implements Serializable {}
}
