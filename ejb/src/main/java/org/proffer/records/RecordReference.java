package org.proffer.records;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** That one record refers to another of the same case; the database holds the two together. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "record_reference")
@IdClass(RecordReference.Key.class)
@NullUnmarked
class RecordReference {
  @Id
  @Column(name = "from_id")
  UUID fromId;

  @Id String field;

  @Id
  @Column(name = "to_id")
  UUID toId;

  @Column(name = "case_id")
  UUID caseId;

  protected RecordReference() {}

  RecordReference(UUID fromId, String field, UUID toId, UUID caseId) {
    this.fromId = fromId;
    this.field = field;
    this.toId = toId;
    this.caseId = caseId;
  }

  /** Who refers to whom by which field. */
  record Key(UUID fromId, String field, UUID toId) implements Serializable {}
}
