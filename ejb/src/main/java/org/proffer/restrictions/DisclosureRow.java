package org.proffer.restrictions;

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
import org.jspecify.annotations.NullUnmarked;
import org.proffer.access.Mark;

/** A disclosure as it is stored. */
@Entity
@Table(name = "disclosure")
@IdClass(DisclosureRow.Key.class)
@NullUnmarked
class DisclosureRow {
  @Id
  @Column(name = "case_id")
  private UUID caseId;

  @Id
  @Enumerated(EnumType.STRING)
  private Mark mark;

  @Id private String login;

  @Column(name = "advised_on")
  private LocalDate advisedOn;

  @Column(name = "listed_at")
  private Instant listedAt;

  @Column(name = "listed_by")
  private String listedBy;

  protected DisclosureRow() {}

  DisclosureRow(UUID caseId, Disclosure disclosure) {
    this.caseId = caseId;
    mark = disclosure.mark();
    login = disclosure.login();
    advisedOn = disclosure.advisedOn();
    listedAt = disclosure.listedAt();
    listedBy = disclosure.listedBy();
  }

  Disclosure view() {
    return new Disclosure(mark, login, advisedOn, listedAt, listedBy);
  }

  /** Identity of a disclosure. */
  record Key(UUID caseId, Mark mark, String login) implements Serializable {}
}
