package org.proffer.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A login's place on a case. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "case_member")
@IdClass(Membership.Key.class)
@NullUnmarked
class Membership {
  @Id
  @Column(name = "case_id")
  private UUID caseId;

  @Id private String login;

  @Enumerated(EnumType.STRING)
  private MemberRole role;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_by")
  private String addedBy;

  private Instant until;

  protected Membership() {}

  Membership(UUID caseId, String login) {
    this.caseId = caseId;
    this.login = login;
  }

  void set(Member member) {
    role = member.role();
    addedAt = member.addedAt();
    addedBy = member.addedBy();
    until = null;
  }

  /** Makes it a stay that ends by itself. */
  void endsAt(Instant instant) {
    until = instant;
  }

  boolean isStay() {
    return until != null;
  }

  Member view() {
    return new Member(login, role, addedAt, addedBy);
  }

  /** Identity of a membership. */
  record Key(UUID caseId, String login) implements Serializable {}
}
