package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proffer.cases.CaseId;
import org.proffer.cases.Cases;
import org.proffer.parties.PartyKind;
import org.proffer.platform.CsvText;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.timeline.TimelineEntry;
import org.proffer.timeline.Timelines;

/** The timeline of a case, and the exhibit table of it. */
@Path("/cases/{id}")
@RequestScoped
public class TimelineResource {
  @Inject private Timelines timelines;
  @Inject private Cases cases;
  @Inject private Records records;
  @Inject private PartyKind parties;

  /** Events and hearings, earliest first. */
  @GET
  @Path("timeline")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject timeline(
      @PathParam("id") String id, @BeanParam TimelineFilterParameters parameters) {
    CaseId caseId = CaseId.parse(id);
    List<TimelineEntry> entries = timelines.of(caseId, parameters.filter());
    return Json.createObjectBuilder()
        .add("zone", cases.get(caseId).court().zone().getId())
        .add("entries", JsonViews.array(entries, TimelineResource::entry))
        .build();
  }

  private static JsonObject entry(TimelineEntry e) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", e.id().toString())
            .add("kind", e.kind())
            .add("lane", e.lane().name())
            .add("title", e.title())
            .add("day", e.day().toString())
            .add("precision", e.precision().name())
            .add("text", e.text())
            .add("source", e.source())
            .add("parties", JsonViews.strings(e.parties().stream().map(UUID::toString).toList()))
            .add("tags", JsonViews.strings(e.tags()));
    JsonViews.text(json, "moment", e.moment());
    JsonViews.text(json, "until", e.until());
    JsonViews.text(json, "known", e.known());
    JsonViews.text(json, "item", e.item());
    JsonViews.text(json, "message", e.message());
    return json.build();
  }

  /** The exhibit table: one entry a row, RFC 4180. */
  @GET
  @Path("timeline/table.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response table(
      @PathParam("id") String id, @BeanParam TimelineFilterParameters parameters) {
    CaseId caseId = CaseId.parse(id);
    ZoneId zone = cases.get(caseId).court().zone();
    Map<UUID, String> names =
        records.list(parties, caseId.value()).stream()
            .collect(Collectors.toMap(RecordView::id, RecordView::title));
    StringBuilder csv = new StringBuilder();
    csv.append(
        CsvText.line(
            List.of(
                "Day (" + zone + ")",
                "Moment (UTC)",
                "Moment (" + zone + ")",
                "Precision",
                "Last day",
                "Lane",
                "What",
                "Detail",
                "People",
                "Became known",
                "Source",
                "Exhibit",
                "Tags")));
    List<TimelineEntry> entries = timelines.of(caseId, parameters.filter());
    Map<UUID, String> cited = timelines.cited(caseId, entries);
    for (TimelineEntry e : entries) {
      csv.append(
          CsvText.line(
              List.of(
                  e.day().toString(),
                  e.moment() == null ? "" : e.moment().toString(),
                  e.moment() == null ? "" : e.moment().atZone(zone).toOffsetDateTime().toString(),
                  e.precision().label(),
                  e.until() == null ? "" : e.until().toString(),
                  e.lane().label(),
                  e.title(),
                  e.text(),
                  e.parties().stream()
                      .map(p -> names.getOrDefault(p, p.toString()))
                      .collect(Collectors.joining("; ")),
                  e.known() == null ? "" : e.known().toString(),
                  e.source(),
                  Stream.of(e.item(), e.message())
                      .filter(Objects::nonNull)
                      .map(one -> cited.getOrDefault(one, one.toString()))
                      .collect(Collectors.joining("; ")),
                  String.join("; ", e.tags()))));
    }
    return Response.ok(csv.toString())
        .header("Content-Disposition", "attachment; filename=\"timeline.csv\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
