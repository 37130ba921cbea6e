package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.proffer.cases.CaseId;
import org.proffer.messages.Copies;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessagePage;
import org.proffer.messages.MessageView;
import org.proffer.messages.Messages;

/** Messages: searched, counted, opened, handed out bit for bit. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
  @Inject private Messages messages;

  /** A page of the messages that match; {@code next} is the cursor of the page behind it. */
  @GET
  @Path("/cases/{id}/messages")
  public JsonObject search(
      @PathParam("id") String id,
      @BeanParam MessageQueryParameters query,
      @QueryParam("cursor") @DefaultValue("0") long cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    MessagePage page = messages.search(CaseId.parse(id), query.query(), cursor, limit);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("messages", JsonViews.array(page.rows(), JsonViews::message))
            .add("total", page.total())
            .add("complete", page.complete());
    long behind = cursor + page.rows().size();
    if (behind < page.total()) {
      json.add("next", Long.toString(behind));
    }
    return json.build();
  }

  /** Counts over all messages of a case. */
  @GET
  @Path("/cases/{id}/messages/totals")
  public JsonObject totals(@PathParam("id") String id) {
    return JsonViews.totals(messages.totals(CaseId.parse(id)));
  }

  /** A message. */
  @GET
  @Path("/messages/{id}")
  public JsonObject get(@PathParam("id") String id) {
    MessageView view = messages.view(MessageId.parse(id));
    return Json.createObjectBuilder(JsonViews.message(view.summary()))
        .add("caseId", view.caseId().toString())
        .add("evidenceId", view.itemId().toString())
        .add("path", view.path())
        .add("offset", view.offset())
        .add("length", view.length())
        .add("sha256", view.sha256())
        .add("lawAsOf", view.lawAsOf().toString())
        .add("ruleVersion", view.ruleVersion())
        .add(
            "headers",
            JsonViews.array(
                view.headers(),
                h ->
                    Json.createObjectBuilder()
                        .add("name", h.name())
                        .add("value", h.value())
                        .add("offset", h.offset())
                        .build()))
        .add(
            "defects",
            JsonViews.array(
                view.defects(),
                d ->
                    Json.createObjectBuilder()
                        .add("code", d.code().name())
                        .add("offset", d.offset())
                        .build()))
        .add("findings", JsonViews.array(view.findings(), JsonViews::finding))
        .build();
  }

  /** The findings of a message, and those of earlier rules. */
  @GET
  @Path("/messages/{id}/findings")
  public JsonObject findings(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "findings", JsonViews.array(messages.findings(MessageId.parse(id)), JsonViews::finding))
        .add("earlier", JsonViews.array(messages.earlier(MessageId.parse(id)), JsonViews::earlier))
        .build();
  }

  /** The original bytes of a message, as an inert attachment. */
  @GET
  @Path("/messages/{id}/raw")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response raw(@PathParam("id") String id) {
    MessageId message = MessageId.parse(id);
    return Inert.attachment(messages.raw(message), message + ".eml");
  }

  /** The content of an attachment, as an inert attachment of the answer. */
  @GET
  @Path("/messages/{id}/attachments/{section}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response attachment(@PathParam("id") String id, @PathParam("section") String section) {
    MessageId message = MessageId.parse(id);
    return Inert.attachment(
        messages.attachment(message, section), message + "-" + section + ".bin");
  }

  /** The other messages of the case that are the same, in three senses. */
  @GET
  @Path("/messages/{id}/copies")
  public JsonObject copies(@PathParam("id") String id) {
    Copies copies = messages.copies(MessageId.parse(id));
    return Json.createObjectBuilder()
        .add("bytes", ids(copies.bytes()))
        .add("content", ids(copies.content()))
        .add("mih", ids(copies.mih()))
        .build();
  }

  private static JsonArrayBuilder ids(List<MessageId> messages) {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    messages.forEach(message -> ids.add(message.toString()));
    return ids;
  }

  /** The body as inert HTML, for a sandboxed frame. */
  @GET
  @Path("/messages/{id}/rendered")
  @Produces("text/html;charset=UTF-8")
  public Response rendered(@PathParam("id") String id) {
    return Response.ok(messages.rendered(MessageId.parse(id)))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .build();
  }
}
