package org.proffer.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A reported fact as it is stored. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "reported_fact")
@NullUnmarked
class StatedFact {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  private String subject;
  private String kind;
  private String statement;
  private String certainty;
  private String source;
  private int position;

  protected StatedFact() {}

  StatedFact(UUID id, UUID caseId, ReportedFact fact, int position) {
    this.id = id;
    this.caseId = caseId;
    this.subject = fact.subject();
    this.kind = fact.kind();
    this.statement = fact.statement();
    this.certainty = fact.certainty();
    this.source = fact.source();
    this.position = position;
  }

  ReportedFact view() {
    return new ReportedFact(subject, kind, statement, certainty, source);
  }
}
