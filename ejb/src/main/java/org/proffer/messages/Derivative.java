package org.proffer.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.evidence.StoredObject;

/**
 * What was expanded out of an archive: its leaf members one after the other in one vault object.
 */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@NullUnmarked
class Derivative {
  @Id UUID id;

  @Column(name = "item_id")
  UUID itemId;

  String sha256;
  long length;
  String tool;
  String parameters;

  @Column(name = "made_at")
  Instant madeAt;

  protected Derivative() {}

  Derivative(
      UUID id, UUID itemId, StoredObject object, String tool, String parameters, Instant madeAt) {
    this.id = id;
    this.itemId = itemId;
    this.sha256 = object.sha256();
    this.length = object.length();
    this.tool = tool;
    this.parameters = parameters;
    this.madeAt = madeAt;
  }
}
