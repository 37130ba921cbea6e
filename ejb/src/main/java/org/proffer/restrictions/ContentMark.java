package org.proffer.restrictions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.access.Mark;

/** A mark as it is stored; a lifted one stays. */
@Entity
@Table(name = "content_mark")
@NullUnmarked
class ContentMark {
  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  @Column(name = "target_id")
  UUID targetId;

  @Column(name = "target_kind")
  String targetKind;

  @Enumerated(EnumType.STRING)
  Mark mark;

  String authority;

  @Column(name = "inherited_from")
  UUID inheritedFrom;

  @Column(name = "set_at")
  Instant setAt;

  @Column(name = "set_by")
  String setBy;

  @Column(name = "lifted_at")
  Instant liftedAt;

  @Column(name = "lifted_by")
  String liftedBy;

  @Column(name = "lifted_under")
  String liftedUnder;

  MarkView view() {
    return new MarkView(
        id,
        caseId,
        targetId,
        targetKind,
        mark,
        authority,
        inheritedFrom != null,
        setAt,
        setBy,
        liftedAt,
        liftedBy == null ? "" : liftedBy,
        liftedUnder == null ? "" : liftedUnder);
  }
}
