package org.proffer.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
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

  @Enumerated(EnumType.STRING)
  private ItemForm form;

  @Column(name = "sha3_256")
  private String sha3;

  private String seal = "";
  private String shelf = "";

  @Column(name = "out_to")
  private String outTo = "";

  private String hold = "";

  @Column(name = "retain_until")
  private LocalDate retainUntil;

  @Column(name = "destroyed_at")
  private Instant destroyedAt;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  @Column(name = "damaged_at")
  private Instant damagedAt;

  @Column(name = "copy_of")
  private UUID copyOf;

  @Version private int version;

  protected EvidenceItem() {}

  EvidenceItem(
      UUID id,
      UUID caseId,
      int number,
      String fileName,
      String content,
      ItemForm form,
      StoredObject object,
      Instant receivedAt,
      String receivedBy) {
    this.id = id;
    this.caseId = caseId;
    this.number = number;
    this.title = fileName;
    this.fileName = fileName;
    this.content = content;
    this.form = form;
    this.sha256 = object.sha256();
    this.sha3 = object.sha3();
    this.length = object.length();
    this.receivedAt = receivedAt;
    this.receivedBy = receivedBy;
    this.holder = receivedBy;
  }

  /** A working copy: the same bytes under a number of its own. */
  EvidenceItem(UUID id, int number, EvidenceItem of, Instant receivedAt, String receivedBy) {
    this.id = id;
    this.caseId = of.caseId;
    this.number = number;
    this.title = of.title;
    this.fileName = of.fileName;
    this.content = of.content;
    this.form = of.form;
    this.sha256 = of.sha256;
    this.sha3 = of.sha3;
    this.length = of.length;
    this.receivedAt = receivedAt;
    this.receivedBy = receivedBy;
    this.holder = receivedBy;
    this.copyOf = of.copyOf == null ? of.id : of.copyOf;
  }

  /** A thing. */
  EvidenceItem(
      UUID id, UUID caseId, ItemDescription described, Instant receivedAt, String receivedBy) {
    this.id = id;
    this.caseId = caseId;
    this.number = described.number();
    this.fileName = "";
    this.content = ItemForm.THING.label();
    this.receivedAt = receivedAt;
    this.receivedBy = receivedBy;
    this.holder = receivedBy;
    describe(described);
  }

  /** Takes over what lists and acts ask for. */
  final void describe(ItemDescription described) {
    title = described.title();
    form = described.form();
    retainUntil = described.retainUntil();
  }

  void seal(String with) {
    seal = with;
  }

  void put(String on) {
    shelf = on;
  }

  void lend(String to) {
    outTo = to;
  }

  void hold(String because) {
    hold = because;
  }

  void destroyed(Instant at) {
    destroyedAt = at;
  }

  /** Takes the second hash of what was received before it was computed. */
  void hashed(String second) {
    if (sha3 == null) {
      sha3 = second;
    }
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
        form,
        sha256 == null ? "" : sha256,
        sha3 == null ? "" : sha3,
        length,
        receivedAt,
        receivedBy,
        holder,
        seal,
        shelf,
        outTo,
        hold,
        retainUntil,
        verifiedAt,
        damagedAt,
        destroyedAt,
        copyOf == null ? null : new EvidenceId(copyOf));
  }
}
