package org.proffer.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A case. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "case_file")
@NullUnmarked
class CaseFile {
  @Id private UUID id;
  private String title;
  private String court;

  @Column(name = "docket_number")
  private String docketNumber;

  private String judge;

  @Enumerated(EnumType.STRING)
  private CaseStatus status;

  private boolean demonstration;
  private boolean sealed;

  @Column(name = "legal_hold")
  private boolean legalHold;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_by")
  private String openedBy;

  @Version private int version;

  protected CaseFile() {}

  CaseFile(
      UUID id,
      String title,
      String court,
      String docketNumber,
      String judge,
      CaseStatus status,
      boolean demonstration,
      Instant openedAt,
      String openedBy) {
    this.id = id;
    this.title = title;
    this.court = court;
    this.docketNumber = docketNumber;
    this.judge = judge;
    this.status = status;
    this.demonstration = demonstration;
    this.openedAt = openedAt;
    this.openedBy = openedBy;
  }

  void describe(CaseDetails details) {
    title = details.title();
    court = details.court();
    docketNumber = details.docketNumber().isEmpty() ? null : details.docketNumber();
    judge = details.judge().isEmpty() ? null : details.judge();
    status = details.status();
    sealed = details.sealed();
    legalHold = details.legalHold();
  }

  UUID id() {
    return id;
  }

  /** Title and docket number. */
  String words() {
    return title + (docketNumber == null ? "" : ", " + docketNumber);
  }

  boolean isDemonstration() {
    return demonstration;
  }

  Instant openedAt() {
    return openedAt;
  }

  String openedBy() {
    return openedBy;
  }

  CaseView view(Courts courts, List<String> members) {
    return new CaseView(
        new CaseId(id),
        title,
        courts.get(court),
        docketNumber == null ? "" : docketNumber,
        judge == null ? "" : judge,
        status,
        demonstration,
        sealed,
        openedAt,
        openedBy,
        members,
        version);
  }
}
