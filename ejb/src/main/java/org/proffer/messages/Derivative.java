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

  Long messages;

  @Column(name = "second_reader")
  String secondReader;

  @Column(name = "second_messages")
  Long secondMessages;

  protected Derivative() {}

  Derivation view(long members) {
    return new Derivation(
        sha256,
        length,
        tool,
        parameters,
        members,
        messages == null ? 0 : messages,
        secondReader,
        secondMessages);
  }

  Derivative(
      UUID id,
      UUID itemId,
      StoredObject object,
      Derivation.Made made,
      String parameters,
      Instant madeAt) {
    this.id = id;
    this.itemId = itemId;
    this.sha256 = object.sha256();
    this.length = object.length();
    this.tool = made.tool();
    this.messages = made.messages();
    this.secondReader = made.secondReader();
    this.secondMessages = made.secondMessages();
    this.parameters = parameters;
    this.madeAt = madeAt;
  }
}
