package org.proffer.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A photograph of an item, as it is stored. */
@Entity
@Table(name = "item_photo")
@NullUnmarked
class ItemPhoto {
  @Id UUID id;

  @Column(name = "item_id")
  UUID itemId;

  @Column(name = "file_name")
  String fileName;

  String caption;
  String sha256;
  long length;

  @Column(name = "added_at")
  Instant addedAt;

  @Column(name = "added_by")
  String addedBy;

  PhotoView view() {
    return new PhotoView(
        id, new EvidenceId(itemId), fileName, caption, sha256, length, addedAt, addedBy);
  }
}
