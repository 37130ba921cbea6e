package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Charges;
import org.proffer.charges.Instrument;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.records.RecordView;

/** The charges of a case as they stand; superseding; repeating a count. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChargesResource {
  @Inject private Charges charges;

  /** Instruments, their counts, how each stands for each defendant, and the limitation. */
  @GET
  @Path("cases/{id}/charges")
  public JsonObject sheet(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "instruments",
            JsonViews.array(
                charges.sheet(CaseId.parse(id).value()).instruments(), ChargesResource::charged))
        .build();
  }

  private static JsonObject charged(ChargeSheet.Charged charged) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("instrument", JsonViews.record(charged.instrument()));
    JsonViews.text(json, "supersededBy", charged.supersededBy());
    return json.add("counts", JsonViews.array(charged.counts(), ChargesResource::line)).build();
  }

  private static JsonObject line(ChargeSheet.Line line) {
    JsonObjectBuilder clock = Json.createObjectBuilder().add("state", line.clock().state().name());
    if (line.clock().date() != null) {
      clock
          .add("lastDay", line.clock().lastDay())
          .add("citation", line.clock().date().citation())
          .add("certainty", line.clock().date().certainty().name())
          .add("steps", JsonViews.strings(line.clock().steps()));
    }
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("count", JsonViews.record(line.count()));
    line.statute().ifPresent(s -> json.add("citation", s.citation()).add("offence", s.title()));
    return json.add("standings", JsonViews.array(line.standings(), ChargesResource::standing))
        .add("limitation", clock)
        .build();
  }

  private static JsonObject standing(ChargeSheet.Standing standing) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("party", standing.party().toString())
            .add("designation", standing.designation())
            .add("name", standing.name())
            .add("status", standing.step() == null ? "CHARGED" : standing.step().name());
    JsonViews.text(json, "on", standing.on());
    JsonViews.text(json, "precision", standing.precision());
    JsonViews.text(json, "disposition", standing.disposition());
    return json.build();
  }

  /** Makes the instrument that takes the place of another, with all counts carried on. */
  @POST
  @Path("instruments/{id}/supersede")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response supersede(@PathParam("id") String id, JsonObject asked) {
    RecordView<Instrument> made =
        charges.supersede(
            Ids.parse("instrument", id),
            type(asked.getString("type", "SUPERSEDING_INDICTMENT")),
            day(asked.getString("filed", "")));
    return Response.created(URI.create("records/" + made.id()))
        .entity(JsonViews.record(made))
        .build();
  }

  private static Instrument.Type type(String name) {
    return Arrays.stream(Instrument.Type.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "type",
                    "“" + name + "” is no type of instrument.",
                    "Send SUPERSEDING_INDICTMENT or SUPERSEDING_INFORMATION."));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      InvalidInput refusal =
          new InvalidInput("filed", "“" + text + "” is no day.", "Send it like 2008-01-03.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** Adds counts that say the same as one, under the next numbers. */
  @POST
  @Path("counts/{id}/repeat")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response repeat(@PathParam("id") String id, JsonObject asked) {
    return Response.status(Response.Status.CREATED)
        .entity(
            Json.createObjectBuilder()
                .add(
                    "counts",
                    JsonViews.array(
                        charges.repeat(Ids.parse("count", id), asked.getInt("times", 1)),
                        JsonViews::record))
                .build())
        .build();
  }

  /** The charging language of a count, with what the case file knows filled in. */
  @GET
  @Path("counts/{id}/language")
  public JsonObject language(@PathParam("id") String id) {
    return charges
        .language(Ids.parse("count", id))
        .map(
            language ->
                Json.createObjectBuilder()
                    .add("citation", language.statute().citation())
                    .add("text", language.text())
                    .add("open", JsonViews.strings(language.open()))
                    .add(
                        "elements",
                        JsonViews.array(
                            language.statute().elements(),
                            e ->
                                Json.createObjectBuilder()
                                    .add("id", e.id())
                                    .add("text", e.text())
                                    .add("citation", e.citation())
                                    .build()))
                    .build())
        .orElseThrow(() -> new NotFound("offence of count", id));
  }
}
