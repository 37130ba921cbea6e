package org.proffer.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A person or organisation of a case. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@NullUnmarked
class Party {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  private String name;
  private String role;

  @Column(name = "defendant_number")
  private Integer defendantNumber;

  private String description;
  private String certainty;
  @Version private int version;

  protected Party() {}

  Party(UUID id, UUID caseId, NewParty party) {
    this.id = id;
    this.caseId = caseId;
    this.name = party.name();
    this.role = party.role();
    this.defendantNumber = party.defendantNumber();
    this.description = party.description();
    this.certainty = party.certainty();
  }

  PartyView view() {
    return new PartyView(id, name, role, defendantNumber, description, certainty);
  }
}
