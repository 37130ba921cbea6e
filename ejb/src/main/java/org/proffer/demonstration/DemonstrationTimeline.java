package org.proffer.demonstration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.proffer.generator.DemonstrationCase;
import org.proffer.records.Records;
import org.proffer.timeline.Event;
import org.proffer.timeline.EventKind;
import org.proffer.timeline.Lane;
import org.proffer.timeline.Precision;

/** Adds what is public of the course of events to the demonstration case. */
@Dependent
public class DemonstrationTimeline {
  @Inject private Records records;
  @Inject private EventKind events;

  void add(UUID caseId, DemonstrationCase demonstration, Map<Integer, UUID> defendants) {
    for (DemonstrationCase.Event e : demonstration.events()) {
      records.add(
          events,
          caseId,
          new Event(
              e.title(),
              Lane.valueOf(e.lane()),
              e.day(),
              null,
              Precision.valueOf(e.precision()),
              e.until(),
              null,
              e.detail(),
              e.source(),
              null,
              null,
              e.defendants().stream()
                  .map(number -> Objects.requireNonNull(defendants.get(number)))
                  .toList(),
              List.of()));
    }
  }
}
