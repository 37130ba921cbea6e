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
import org.proffer.messages.AttachmentMember;
import org.proffer.messages.Copies;
import org.proffer.messages.Coverage;
import org.proffer.messages.ImportProblemView;
import org.proffer.messages.MessageFigures;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessagePage;
import org.proffer.messages.MessageView;
import org.proffer.messages.Messages;
import org.proffer.messages.OpenedAttachment;
import org.proffer.query.QueryField;

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
            .add("totalIsExact", page.exact())
            .add("complete", page.complete())
            .add("coverage", coverage(page.coverage()))
            .add("notes", JsonViews.strings(page.notes()));
    long behind = cursor + page.rows().size();
    if (page.exact() ? behind < page.total() : page.rows().size() == limit) {
      json.add("next", Long.toString(behind));
    }
    return json.build();
  }

  private static JsonObject coverage(Coverage coverage) {
    return Json.createObjectBuilder()
        .add("messages", coverage.messages())
        .add("importsRunning", coverage.importing())
        .add("doneBytes", coverage.doneBytes())
        .add("totalBytes", coverage.totalBytes())
        .add("inWordsOnly", coverage.inWordsOnly())
        .add("isComplete", coverage.isComplete())
        .add("words", coverage.words())
        .build();
  }

  /** How many messages match, counted to the end. */
  @GET
  @Path("/cases/{id}/messages/count")
  public JsonObject count(@PathParam("id") String id, @BeanParam MessageQueryParameters query) {
    return Json.createObjectBuilder()
        .add("count", messages.count(CaseId.parse(id), query.query()))
        .build();
  }

  /** What the messages that match are made of. */
  @GET
  @Path("/cases/{id}/messages/figures")
  public JsonObject figures(@PathParam("id") String id, @BeanParam MessageQueryParameters query) {
    MessageFigures figures = messages.figures(CaseId.parse(id), query.query());
    return Json.createObjectBuilder()
        .add("messages", figures.messages())
        .add("unit", figures.unit())
        .add(
            "times",
            JsonViews.array(
                figures.times(),
                step ->
                    Json.createObjectBuilder()
                        .add("from", step.from().toString())
                        .add("until", step.until().toString())
                        .add("messages", step.messages())
                        .build()))
        .add("undated", figures.undated())
        .add("domains", JsonViews.array(figures.domains(), MessagesResource::figure))
        .add("otherDomains", figures.otherDomains())
        .add("withoutDomain", figures.withoutDomain())
        .add("verdicts", JsonViews.array(figures.verdicts(), MessagesResource::figure))
        .add("defects", JsonViews.array(figures.defects(), MessagesResource::figure))
        .build();
  }

  private static JsonObject figure(MessageFigures.Figure figure) {
    return Json.createObjectBuilder()
        .add("name", figure.name())
        .add("messages", figure.messages())
        .build();
  }

  /** The fields a query can name. */
  @GET
  @Path("/messages/query-fields")
  public JsonObject fields() {
    return Json.createObjectBuilder()
        .add(
            "fields",
            JsonViews.array(
                List.of(QueryField.values()),
                field ->
                    Json.createObjectBuilder()
                        .add("field", field.word())
                        .add("meaning", field.meaning())
                        .add("example", field.example())
                        .build()))
        .build();
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
        .add("attachments", JsonViews.array(view.attachments(), MessagesResource::attachment))
        .add("findings", JsonViews.array(view.findings(), JsonViews::finding))
        .build();
  }

  private static JsonObject attachment(MessageView.AttachmentPart part) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("section", part.section())
            .add("mediaType", part.mediaType())
            .add("fileName", part.fileName())
            .add("kind", part.kind())
            .add("length", part.length())
            .add("sha256", part.sha256());
    OpenedAttachment opened = part.opened();
    if (opened != null) {
      json.add("openedBy", opened.tool())
          .add("members", JsonViews.array(opened.members(), MessagesResource::member))
          .add("problems", JsonViews.array(opened.problems(), MessagesResource::problem));
    }
    return json.build();
  }

  private static JsonObject member(AttachmentMember member) {
    return Json.createObjectBuilder()
        .add("position", member.position())
        .add("path", member.path())
        .add("kind", member.kind())
        .add("length", member.length())
        .add("sha256", member.sha256())
        .build();
  }

  private static JsonObject problem(ImportProblemView problem) {
    return Json.createObjectBuilder()
        .add("path", problem.path())
        .add("kind", problem.kind())
        .add("detail", problem.detail())
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

  /** A file in an attachment that is a container, as an inert attachment of the answer. */
  @GET
  @Path("/messages/{id}/attachments/{section}/members/{position}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response member(
      @PathParam("id") String id,
      @PathParam("section") String section,
      @PathParam("position") int position) {
    MessageId message = MessageId.parse(id);
    return Inert.attachment(
        messages.attachmentMember(message, section, position),
        message + "-" + section + "-" + position + ".bin");
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
  public Response rendered(
      @PathParam("id") String id, @QueryParam("query") @DefaultValue("") String query) {
    return Response.ok(messages.rendered(MessageId.parse(id), query))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .build();
  }
}
