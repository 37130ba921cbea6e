package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.proffer.cases.CaseId;
import org.proffer.messages.MessageId;
import org.proffer.platform.Ids;
import org.proffer.review.Coding;
import org.proffer.review.ReviewList;
import org.proffer.review.Tags;

/** The list a reviewer works through, its tags, and coding. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CodingResource {
  @Inject private Tags tags;
  @Inject private Coding coding;
  @Inject private ReviewList list;

  /** A page of the messages that match, with their tags and whether one has opened them. */
  @GET
  @Path("/cases/{id}/review")
  public JsonObject list(
      @PathParam("id") String id,
      @BeanParam MessageQueryParameters query,
      @QueryParam("cursor") @DefaultValue("0") long cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return ReviewJson.rows(
        list.rows(CaseId.parse(id), query.query(), cursor, limit), cursor, limit);
  }

  /** Notes that one has a message before oneself. */
  @POST
  @Path("/messages/{id}/seen")
  public Response seen(@PathParam("id") String id) {
    list.opened(MessageId.parse(id));
    return Response.noContent().build();
  }

  /** The palette of a case. */
  @GET
  @Path("/cases/{id}/tags")
  public JsonObject tags(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("tags", JsonViews.array(tags.of(CaseId.parse(id)), ReviewJson::tag))
        .build();
  }

  /** Adds a tag. */
  @POST
  @Path("/cases/{id}/tags")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response addTag(@PathParam("id") String id, JsonObject asked) {
    return Response.status(Response.Status.CREATED)
        .entity(
            ReviewJson.tag(
                tags.add(
                    CaseId.parse(id),
                    Asked.number(asked, "key", 0),
                    Asked.text(asked, "name"),
                    Asked.text(asked, "group", ""))))
        .build();
  }

  /** Changes or retires a tag. */
  @PUT
  @Path("/tags/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject changeTag(@PathParam("id") String id, JsonObject asked) {
    return ReviewJson.tag(
        tags.change(
            Ids.parse("tag", id),
            Asked.number(asked, "key", 0),
            Asked.text(asked, "name"),
            Asked.text(asked, "group", ""),
            Asked.flag(asked, "retired")));
  }

  /** How a message is coded, with every change. */
  @GET
  @Path("/messages/{id}/coding")
  public JsonObject coding(@PathParam("id") String id) {
    return ReviewJson.coding(coding.of(MessageId.parse(id)));
  }

  /** Sets tags on a message and takes tags off. */
  @POST
  @Path("/messages/{id}/coding")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject code(@PathParam("id") String id, JsonObject asked) {
    return ReviewJson.coding(
        coding.code(
            MessageId.parse(id),
            Asked.ids(asked, "set", "tag"),
            Asked.ids(asked, "takeOff", "tag")));
  }

  /** The acts on many messages, newest first. */
  @GET
  @Path("/cases/{id}/coding")
  public JsonObject acts(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("acts", JsonViews.array(coding.acts(CaseId.parse(id)), ReviewJson::act))
        .build();
  }

  /** What an act on all that match would reach: how many, and the first of them. */
  @GET
  @Path("/cases/{id}/coding/preview")
  public JsonObject preview(
      @PathParam("id") String id, @QueryParam("query") @DefaultValue("") String query) {
    Coding.Preview preview = coding.preview(CaseId.parse(id), query);
    return Json.createObjectBuilder()
        .add("count", preview.count())
        .add("sample", JsonViews.array(preview.sample(), JsonViews::message))
        .add("notes", JsonViews.strings(preview.notes()))
        .build();
  }

  /** Codes all messages that match. */
  @POST
  @Path("/cases/{id}/coding")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response codeAll(@PathParam("id") String id, JsonObject asked) {
    return Response.status(Response.Status.CREATED)
        .entity(
            ReviewJson.act(
                coding.codeAll(
                    CaseId.parse(id),
                    Asked.text(asked, "query"),
                    Asked.ids(asked, "set", "tag"),
                    Asked.ids(asked, "takeOff", "tag"),
                    Asked.text(asked, "confirmed"),
                    Asked.text(asked, "reason"))))
        .build();
  }

  /** Takes back one's own last act on a single message of the case. */
  @POST
  @Path("/cases/{id}/coding/undo")
  public JsonObject undoLast(@PathParam("id") String id) {
    Coding.Undone undone = coding.undoLast(CaseId.parse(id));
    JsonObjectBuilder json =
        Json.createObjectBuilder(ReviewJson.coding(undone.coding()))
            .add("messageId", undone.message().toString());
    return json.build();
  }

  /** Takes an act of coding back. */
  @POST
  @Path("/coding/{id}/undo")
  public JsonObject undo(@PathParam("id") String id) {
    return ReviewJson.act(coding.undo(Ids.parse("act of coding", id)));
  }
}
