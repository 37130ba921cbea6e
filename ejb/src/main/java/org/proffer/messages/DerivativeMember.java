package org.proffer.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One leaf member of an archive, and where it stands in the derivative. */
@Entity
@Table(name = "derivative_member")
@IdClass(DerivativeMember.Key.class)
@NullUnmarked
class DerivativeMember {
  @Id
  @Column(name = "derivative_id")
  private UUID derivativeId;

  @Id private int position;
  private String path;

  @Column(name = "byte_offset")
  private long offset;

  private long length;

  protected DerivativeMember() {}

  DerivativeMember(UUID derivativeId, Member member) {
    this.derivativeId = derivativeId;
    this.position = member.position();
    this.path = member.path().replace('\0', '\uFFFD');
    this.offset = member.offset();
    this.length = member.length();
  }

  Member member() {
    return new Member(position, path, offset, length);
  }

  /** Identity of a member. */
  record Key(UUID derivativeId, int position) implements Serializable {}
}
