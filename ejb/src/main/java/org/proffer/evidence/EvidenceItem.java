package org.proffer.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.cases.CaseId;

/** An evidence item. */
@Entity
@Table(name = "evidence_item")
@NullUnmarked
class EvidenceItem {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  private int number;
  private String title;

  @Column(name = "file_name")
  private String fileName;

  private String content;
  private String sha256;
  private long length;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "received_by")
  private String receivedBy;

  private String holder;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  @Column(name = "damaged_at")
  private Instant damagedAt;

  @Version private int version;

  protected EvidenceItem() {}

  EvidenceItem(
      UUID id,
      UUID caseId,
      int number,
      String fileName,
      String content,
      StoredObject object,
      Instant receivedAt,
      String receivedBy) {
    this.id = id;
    this.caseId = caseId;
    this.number = number;
    this.title = fileName;
    this.fileName = fileName;
    this.content = content;
    this.sha256 = object.sha256();
    this.length = object.length();
    this.receivedAt = receivedAt;
    this.receivedBy = receivedBy;
    this.holder = receivedBy;
  }

  /** Another person holds it from now on. */
  void passTo(String login) {
    holder = login;
  }

  /** Its bytes were hashed again; damage stays named until they are as received. */
  void verified(Instant at, boolean asReceived) {
    verifiedAt = at;
    if (asReceived) {
      damagedAt = null;
    } else if (damagedAt == null) {
      damagedAt = at;
    }
  }

  EvidenceView view() {
    return new EvidenceView(
        new EvidenceId(id),
        new CaseId(caseId),
        number,
        title,
        fileName,
        content,
        sha256,
        length,
        receivedAt,
        receivedBy,
        holder,
        verifiedAt,
        damagedAt);
  }
}
