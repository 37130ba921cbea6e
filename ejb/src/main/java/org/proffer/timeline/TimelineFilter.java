package org.proffer.timeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a timeline are wanted.
 *
 * @param person only those that name this party; null for all
 * @param tag only those with this tag; empty for all
 * @param kind only this kind of records; empty for all
 * @param lane only this lane; null for all
 */
public record TimelineFilter(@Nullable UUID person, String tag, String kind, @Nullable Lane lane) {
  /** Everything. */
  public static final TimelineFilter ALL = new TimelineFilter(null, "", "", null);

  boolean admits(TimelineEntry entry) {
    return (person == null || entry.parties().contains(person))
        && (tag.isEmpty() || entry.tags().contains(tag))
        && (kind.isEmpty() || entry.kind().equals(kind))
        && (lane == null || entry.lane() == lane);
  }
}
