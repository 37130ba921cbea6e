package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.proffer.platform.InvalidInput;
import org.proffer.timeline.CalendarEntry;
import org.proffer.timeline.CalendarFeeds;
import org.proffer.timeline.Calendars;

/** The calendar of the one who asks, and the secret address at which other programs read it. */
@Path("/calendar")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {
  @Inject private Calendars calendars;
  @Inject private CalendarFeeds feeds;
  @Inject private Clock clock;

  /** A month of hearings and dated events of all my cases, on the days of their courts. */
  @GET
  public JsonObject month(@QueryParam("month") @DefaultValue("") String month) {
    YearMonth asked = month.isEmpty() ? YearMonth.now(clock) : parse(month);
    return Json.createObjectBuilder()
        .add("month", asked.toString())
        .add(
            "entries",
            JsonViews.array(
                calendars.between(asked.atDay(1), asked.atEndOfMonth()), CalendarResource::entry))
        .build();
  }

  private static YearMonth parse(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput("month", "“" + month + "” is no month.", "Send one like 2009-11.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static JsonObject entry(CalendarEntry e) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", e.id().toString())
            .add("kind", e.kind())
            .add("caseId", e.caseId().toString())
            .add("caseTitle", e.caseTitle())
            .add("title", e.title())
            .add("day", e.day().toString())
            .add("precision", e.precision().name())
            .add("zone", e.zone().getId())
            .add("place", e.place());
    JsonViews.text(json, "moment", e.moment());
    return json.build();
  }

  /** Since when my calendar can be read at an address; nothing while it cannot. */
  @GET
  @Path("/feed")
  public JsonObject feed() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    feeds.madeAt().ifPresent(at -> json.add("madeAt", at.toString()));
    return json.build();
  }

  /** Makes an address, in place of the one before; it is told this once. */
  @POST
  @Path("/feed")
  public Response make(@Context UriInfo address) {
    String path = "calendar/feeds/" + feeds.make() + ".ics";
    return Response.status(Response.Status.CREATED)
        .entity(
            Json.createObjectBuilder()
                .add("address", address.getBaseUri().resolve(path).toString())
                .build())
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Takes the address back. */
  @DELETE
  @Path("/feed")
  public Response revoke() {
    feeds.revoke();
    return Response.noContent().build();
  }

  /** The calendar at a secret address; needs no login. */
  @GET
  @Path("/feeds/{token}.ics")
  @Produces("text/calendar;charset=UTF-8")
  public Response read(@PathParam("token") String token) {
    return Response.ok(feeds.read(token))
        .header("Cache-Control", "private, no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
