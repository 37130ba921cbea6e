package org.proffer.records;

import java.time.Instant;
import java.util.List;

/**
 * One version of a record against the one before it.
 *
 * @param note why, where that was said; empty otherwise
 * @param removed whether the record was removed by it
 * @param afterFiling the filed charging instrument that the record stood behind when this corrected
 *     it; empty otherwise
 * @param changes fields that differ from the version before; all filled fields for the first
 */
public record Revision(
    int version,
    Instant at,
    String by,
    String note,
    boolean removed,
    String afterFiling,
    List<Change> changes) {
  public Revision {
    changes = List.copyOf(changes);
  }

  /**
   * A field that differs.
   *
   * @param name of the field, as in JSON
   * @param label as a person reads it
   * @param from the words before; empty where there were none
   * @param to the words after; empty where there are none
   */
  public record Change(String name, String label, String from, String to) {}
}
