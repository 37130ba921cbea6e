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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.proffer.documents.DocumentKind;
import org.proffer.documents.TemplateView;
import org.proffer.documents.Templates;
import org.proffer.platform.Ids;

/** The templates of documents in their versions. */
@Path("/document-templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {
  @Inject private Templates templates;

  /** The template of every kind that documents are made of now. */
  @GET
  public JsonObject current() {
    return Json.createObjectBuilder()
        .add("templates", JsonViews.array(templates.current(), TemplatesResource::json))
        .build();
  }

  /** The versions of a kind's template, the newest first. */
  @GET
  @Path("{kind}")
  public JsonObject versions(@PathParam("kind") String kind) {
    return Json.createObjectBuilder()
        .add(
            "versions",
            JsonViews.array(templates.versions(DocumentKind.named(kind)), TemplatesResource::json))
        .add("fields", JsonViews.strings(templates.fields(DocumentKind.named(kind))))
        .build();
  }

  /** Keeps a new version, unpublished. */
  @POST
  @Path("{kind}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response save(@PathParam("kind") String kind, JsonObject asked) {
    TemplateView saved =
        templates.save(
            DocumentKind.named(kind), asked.getString("body", ""), asked.getString("note", ""));
    return Response.created(URI.create("document-templates/" + kind)).entity(json(saved)).build();
  }

  /**
   * What a template makes of an invented case; the page stands for a while at the address that the
   * answer names.
   */
  @POST
  @Path("{kind}/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces("text/html;charset=UTF-8")
  public Response preview(@PathParam("kind") String kind, JsonObject asked) {
    Templates.Preview made =
        templates.preview(DocumentKind.named(kind), asked.getString("body", ""));
    return Response.fromResponse(Inert.page(made.page()))
        .header(HttpHeaders.CONTENT_LOCATION, "/api/v1/document-templates/previews/" + made.id())
        .build();
  }

  /** A preview that was made before, as a page of its own in which nothing runs. */
  @GET
  @Path("previews/{id}")
  @Produces("text/html;charset=UTF-8")
  public Response previewed(@PathParam("id") String id) {
    return Inert.page(templates.previewed(Ids.parse("preview", id)));
  }

  /** Publishes a version. */
  @POST
  @Path("versions/{id}/publication")
  public JsonObject publish(@PathParam("id") String id) {
    return json(templates.publish(Ids.parse("template", id)));
  }

  private static JsonObject json(TemplateView template) {
    Instant published = template.publishedAt();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", template.id().toString())
            .add("kind", template.kind().id())
            .add("title", template.kind().label())
            .add("version", template.version())
            .add("shipped", template.shipped())
            .add("note", template.note())
            .add("savedAt", template.savedAt().toString())
            .add("savedBy", template.savedBy())
            .add("published", template.published())
            .add("body", template.body());
    if (published != null) {
      json.add("publishedAt", published.toString());
    }
    return json.build();
  }
}
