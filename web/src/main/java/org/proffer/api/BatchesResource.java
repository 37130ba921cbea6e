package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.proffer.cases.CaseId;
import org.proffer.messages.MessageId;
import org.proffer.platform.Ids;
import org.proffer.review.Batch;
import org.proffer.review.Batches;
import org.proffer.review.Comments;
import org.proffer.review.SavedSearches;
import org.proffer.review.TrustedHosts;

/** What a review needs beside coding: batches, comments, saved searches, trusted hosts. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BatchesResource {
  @Inject private Batches batches;
  @Inject private Comments comments;
  @Inject private SavedSearches searches;
  @Inject private TrustedHosts hosts;

  /** The batches of a case. */
  @GET
  @Path("/cases/{id}/batches")
  public JsonObject batches(@PathParam("id") String id) {
    return batches(batches.of(CaseId.parse(id)));
  }

  private static JsonObject batches(List<Batch> all) {
    return Json.createObjectBuilder()
        .add("batches", JsonViews.array(all, ReviewJson::batch))
        .build();
  }

  /** Divides messages into batches. */
  @POST
  @Path("/cases/{id}/batches")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response makeBatches(@PathParam("id") String id, JsonObject asked) {
    return Response.status(Response.Status.CREATED)
        .entity(
            batches(
                batches.make(
                    CaseId.parse(id),
                    Asked.text(asked, "query", ""),
                    Asked.number(asked, "size", 100))))
        .build();
  }

  /** Checks a batch out to the person who asks. */
  @POST
  @Path("/batches/{id}/check-out")
  public JsonObject checkOut(@PathParam("id") String id) {
    return ReviewJson.batch(batches.checkOut(batch(id)));
  }

  /** Gives a batch back. */
  @POST
  @Path("/batches/{id}/give-back")
  public JsonObject giveBack(@PathParam("id") String id) {
    return ReviewJson.batch(batches.giveBack(batch(id)));
  }

  /** Finishes a batch. */
  @POST
  @Path("/batches/{id}/finish")
  public JsonObject finish(@PathParam("id") String id) {
    return ReviewJson.batch(batches.finish(batch(id)));
  }

  private static UUID batch(String id) {
    return Ids.parse("batch", id);
  }

  /** The comments on a message. */
  @GET
  @Path("/messages/{id}/comments")
  public JsonObject comments(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("comments", JsonViews.array(comments.of(MessageId.parse(id)), ReviewJson::comment))
        .build();
  }

  /** The comments of a case. */
  @GET
  @Path("/cases/{id}/comments")
  public JsonObject commentsOfCase(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("comments", JsonViews.array(comments.of(CaseId.parse(id)), ReviewJson::comment))
        .build();
  }

  /** Comments on a message, or on words of it. */
  @POST
  @Path("/messages/{id}/comments")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response comment(@PathParam("id") String id, JsonObject asked) {
    return Response.status(Response.Status.CREATED)
        .entity(
            ReviewJson.comment(
                comments.add(
                    MessageId.parse(id),
                    new Comments.NewComment(
                        Asked.text(asked, "part", ""),
                        Asked.number(asked, "offset", 0),
                        Asked.number(asked, "length", 0),
                        Asked.flag(asked, "inCharacters"),
                        Asked.text(asked, "body")))))
        .build();
  }

  /** Removes a comment of one's own. */
  @DELETE
  @Path("/comments/{id}")
  public Response removeComment(@PathParam("id") String id) {
    comments.remove(Ids.parse("comment", id));
    return Response.noContent().build();
  }

  /** The saved searches of a case. */
  @GET
  @Path("/cases/{id}/searches")
  public JsonObject searches(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("searches", JsonViews.array(searches.of(CaseId.parse(id)), ReviewJson::search))
        .build();
  }

  /** Keeps a search under a name. */
  @POST
  @Path("/cases/{id}/searches")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response saveSearch(@PathParam("id") String id, JsonObject asked) {
    return Response.status(Response.Status.CREATED)
        .entity(
            ReviewJson.search(
                searches.save(
                    CaseId.parse(id),
                    Asked.text(asked, "name"),
                    Asked.text(asked, "query"),
                    Asked.flag(asked, "shared"))))
        .build();
  }

  /** Forgets a saved search of one's own. */
  @DELETE
  @Path("/searches/{id}")
  public Response removeSearch(@PathParam("id") String id) {
    searches.remove(Ids.parse("saved search", id));
    return Response.noContent().build();
  }

  /** The hosts whose Received lines are trusted. */
  @GET
  @Path("/cases/{id}/trusted-hosts")
  public JsonObject trustedHosts(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("hosts", JsonViews.array(hosts.of(CaseId.parse(id)), ReviewJson::host))
        .build();
  }

  /** Trusts a host. */
  @POST
  @Path("/cases/{id}/trusted-hosts")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response trustHost(@PathParam("id") String id, JsonObject asked) {
    hosts.trust(CaseId.parse(id), Asked.text(asked, "host"), Asked.text(asked, "reason"));
    return Response.status(Response.Status.CREATED).entity(trustedHosts(id)).build();
  }

  /** Trusts a host no longer. */
  @DELETE
  @Path("/cases/{id}/trusted-hosts/{host}")
  public Response distrustHost(@PathParam("id") String id, @PathParam("host") String host) {
    hosts.distrust(CaseId.parse(id), host);
    return Response.noContent().build();
  }
}
