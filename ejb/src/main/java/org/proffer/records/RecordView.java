package org.proffer.records;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * A record as it stands.
 *
 * @param title one line that tells it from others of its kind
 * @param version for the next edit; the first is 1
 * @param removed whether it was removed; it is kept, and can be brought back
 * @param corrected whether it was corrected after a charging instrument it stands behind was filed
 * @param changedAt when this version was written
 * @param changedBy login of who wrote it
 */
public record RecordView<C extends Record>(
    UUID id,
    UUID caseId,
    RecordKind<C> kind,
    String title,
    C content,
    int version,
    boolean removed,
    boolean corrected,
    Instant changedAt,
    String changedBy) {

  /** The JSON form of the content. */
  public JsonObject json() {
    return kind.write(content);
  }
}
