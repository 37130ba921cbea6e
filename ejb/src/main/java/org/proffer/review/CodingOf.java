package org.proffer.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How a message is coded.
 *
 * @param tags set now
 * @param history every change, newest first
 */
public record CodingOf(List<SetTag> tags, List<Change> history) {
  public CodingOf {
    tags = List.copyOf(tags);
    history = List.copyOf(history);
  }

  /** A tag that is set. */
  public record SetTag(UUID id, String name, Instant at, String by) {}

  /**
   * A tag set, or taken off.
   *
   * @param act the act it was part of
   */
  public record Change(
      String tag, boolean isSet, Instant at, String by, CodingAct.Kind kind, UUID act) {}
}
