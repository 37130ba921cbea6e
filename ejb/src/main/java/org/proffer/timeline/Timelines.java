package org.proffer.timeline;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.cases.Cases;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** The timelines of cases: events and hearings in the order of time. */
@Stateless
public class Timelines {
  @Inject private Access access;
  @Inject private Cases cases;
  @Inject private Records records;
  @Inject private EventKind events;
  @Inject private HearingKind hearings;

  /** What happened in a case, earliest first, as far as the filter lets it through. */
  public List<TimelineEntry> of(CaseId caseId, TimelineFilter filter) {
    access.require(Action.VIEW_TIMELINE, caseId.value());
    ZoneId zone = cases.get(caseId).court().zone();
    return Stream.concat(
            records.list(events, caseId.value()).stream().map(TimelineEntry::of),
            records.list(hearings, caseId.value()).stream()
                .map((RecordView<Hearing> hearing) -> TimelineEntry.of(hearing, zone)))
        .filter(filter::admits)
        .sorted(
            Comparator.comparing(TimelineEntry::day)
                .thenComparing(TimelineEntry::order)
                .thenComparing(TimelineEntry::title))
        .toList();
  }

  /** One line that names each evidence item and message that entries cite, by its id. */
  public Map<UUID, String> cited(CaseId caseId, List<TimelineEntry> entries) {
    Map<UUID, String> titles = new HashMap<>();
    titles.putAll(titles("evidence-item", caseId, entries, TimelineEntry::item));
    titles.putAll(titles("message", caseId, entries, TimelineEntry::message));
    return titles;
  }

  private Map<UUID, String> titles(
      String kind,
      CaseId caseId,
      List<TimelineEntry> entries,
      Function<TimelineEntry, @Nullable UUID> id) {
    return records.titles(
        kind,
        caseId.value(),
        entries.stream().map(id).filter(Objects::nonNull).distinct().toList());
  }
}
