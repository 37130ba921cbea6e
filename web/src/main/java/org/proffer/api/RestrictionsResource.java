package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.proffer.access.Mark;
import org.proffer.cases.CaseId;
import org.proffer.evidence.EvidenceId;
import org.proffer.platform.InvalidInput;
import org.proffer.restrictions.BreakGlass;
import org.proffer.restrictions.BreakGlassUse;
import org.proffer.restrictions.Disclosure;
import org.proffer.restrictions.MarkView;
import org.proffer.restrictions.Marks;
import org.proffer.restrictions.Wall;
import org.proffer.restrictions.Walls;

/** Walls, marks on evidence, lists of disclosure, and break-glass. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RestrictionsResource {
  @Inject private Walls walls;
  @Inject private Marks marks;
  @Inject private BreakGlass glass;

  /** The walls of a case. */
  @GET
  @Path("/cases/{id}/walls")
  public JsonObject walls(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("walls", JsonViews.array(walls.of(caseId(id)), RestrictionsResource::wall))
        .build();
  }

  /** Raises a wall between a login and a case. */
  @POST
  @Path("/cases/{id}/walls")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response raiseWall(@PathParam("id") String id, JsonObject asked) {
    Wall wall =
        walls.raise(caseId(id), asked.getString("login", ""), asked.getString("reason", ""));
    return Response.status(Response.Status.CREATED).entity(wall(wall)).build();
  }

  /** Lifts a wall. */
  @DELETE
  @Path("/cases/{id}/walls/{login}")
  public Response liftWall(
      @PathParam("id") String id,
      @PathParam("login") String login,
      @QueryParam("reason") String reason) {
    walls.lift(caseId(id), login, reason == null ? "" : reason);
    return Response.noContent().build();
  }

  /** The marks that were set in a case. */
  @GET
  @Path("/cases/{id}/marks")
  public JsonObject marks(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("marks", JsonViews.array(marks.of(caseId(id)), RestrictionsResource::mark))
        .build();
  }

  /** Marks an evidence item. */
  @POST
  @Path("/evidence/{id}/marks")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response setMark(@PathParam("id") String id, JsonObject asked) {
    MarkView set =
        marks.set(
            EvidenceId.parse(id).value(),
            mark(asked.getString("mark", "")),
            asked.getString("authority", ""));
    return Response.status(Response.Status.CREATED).entity(mark(set)).build();
  }

  /** Lifts a mark under an order or a clearance. */
  @POST
  @Path("/marks/{id}/lift")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject liftMark(@PathParam("id") String id, JsonObject asked) {
    return mark(marks.lift(id(id, "mark"), asked.getString("under", "")));
  }

  /** The persons to whom marked matter of a case may be disclosed. */
  @GET
  @Path("/cases/{id}/disclosures")
  public JsonObject disclosures(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "disclosures",
            JsonViews.array(marks.disclosures(caseId(id)), RestrictionsResource::disclosure))
        .build();
  }

  /** Puts a member on the list of a mark. */
  @POST
  @Path("/cases/{id}/disclosures")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response disclose(@PathParam("id") String id, JsonObject asked) {
    Disclosure disclosure =
        marks.disclose(
            caseId(id),
            mark(asked.getString("mark", "")),
            asked.getString("login", ""),
            date(asked.getString("advisedOn", "")));
    return Response.status(Response.Status.CREATED).entity(disclosure(disclosure)).build();
  }

  /** Takes a person off the list of a mark. */
  @DELETE
  @Path("/cases/{id}/disclosures/{mark}/{login}")
  public Response withdraw(
      @PathParam("id") String id,
      @PathParam("mark") String mark,
      @PathParam("login") String login) {
    marks.withdraw(caseId(id), mark(mark), login);
    return Response.noContent().build();
  }

  /** Enters a case by its docket number, for an hour, to read. */
  @POST
  @Path("/break-glass")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response breakGlass(JsonObject asked) {
    BreakGlassUse use =
        glass.enter(
            asked.getString("court", ""),
            asked.getString("docketNumber", ""),
            asked.getString("reason", ""));
    return Response.created(URI.create("cases/" + use.caseId())).entity(use(use)).build();
  }

  /** The uses of break-glass that wait for a review. */
  @GET
  @Path("/break-glass")
  public JsonObject toReview() {
    return Json.createObjectBuilder()
        .add("uses", JsonViews.array(glass.toReview(), RestrictionsResource::use))
        .build();
  }

  /** Records the review of a use of break-glass. */
  @POST
  @Path("/break-glass/{id}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject review(@PathParam("id") String id, JsonObject asked) {
    return use(glass.review(id(id, "use of break-glass"), asked.getString("found", "")));
  }

  private static UUID caseId(String id) {
    return CaseId.parse(id).value();
  }

  private static UUID id(String text, String what) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new org.proffer.platform.NotFound(what, text);
    }
  }

  private static Mark mark(String name) {
    return Arrays.stream(Mark.values())
        .filter(mark -> mark.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "mark",
                    "“" + name + "” is no mark.",
                    "Choose one of: " + Arrays.toString(Mark.values()) + "."));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidInput("advisedOn", "“" + text + "” is no day.", "Write it as 2026-01-31.");
    }
  }

  private static JsonObject wall(Wall wall) {
    return Json.createObjectBuilder()
        .add("login", wall.login())
        .add("reason", wall.reason())
        .add("raisedAt", wall.raisedAt().toString())
        .add("raisedBy", wall.raisedBy())
        .build();
  }

  private static JsonObject mark(MarkView mark) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", mark.id().toString())
            .add("case", mark.caseId().toString())
            .add("target", mark.targetId().toString())
            .add("targetKind", mark.targetKind())
            .add("mark", mark.mark().name())
            .add("authority", mark.authority())
            .add("setAt", mark.setAt().toString())
            .add("setBy", mark.setBy());
    if (mark.liftedAt() != null) {
      json.add("liftedAt", mark.liftedAt().toString())
          .add("liftedBy", mark.liftedBy())
          .add("liftedUnder", mark.liftedUnder());
    }
    return json.build();
  }

  private static JsonObject disclosure(Disclosure disclosure) {
    return Json.createObjectBuilder()
        .add("mark", disclosure.mark().name())
        .add("login", disclosure.login())
        .add("advisedOn", disclosure.advisedOn().toString())
        .add("listedAt", disclosure.listedAt().toString())
        .add("listedBy", disclosure.listedBy())
        .build();
  }

  private static JsonObject use(BreakGlassUse use) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", use.id().toString())
            .add("case", use.caseId().toString())
            .add("login", use.login())
            .add("reason", use.reason())
            .add("began", use.began().toString())
            .add("until", use.until().toString())
            .add("due", use.due().toString());
    if (use.reviewedAt() != null) {
      json.add("reviewedAt", use.reviewedAt().toString())
          .add("reviewedBy", use.reviewedBy())
          .add("review", use.review());
    }
    return json.build();
  }
}
