package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.proffer.cases.CaseId;
import org.proffer.documents.DocumentId;
import org.proffer.documents.DocumentView;
import org.proffer.documents.Documents;
import org.proffer.platform.InvalidInput;

/** Documents of a case: produced, listed, handed out. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {
  @Inject private Documents documents;

  /** Produces a document; the template is {@code audit-report}. */
  @POST
  @Path("/cases/{id}/documents")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response produce(@PathParam("id") String id, JsonObject asked) {
    String template = asked.getString("template", "");
    if (!template.equals("audit-report")) {
      throw new InvalidInput(
          "template", "There is no template “" + template + "”.", "Send audit-report.");
    }
    DocumentView document = documents.produceAuditReport(CaseId.parse(id));
    return Response.created(URI.create("documents/" + document.id()))
        .entity(json(document))
        .build();
  }

  /** The documents of a case, newest first. */
  @GET
  @Path("/cases/{id}/documents")
  public JsonObject list(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("documents", JsonViews.array(documents.of(CaseId.parse(id)), DocumentsResource::json))
        .build();
  }

  /** What is known of a document. */
  @GET
  @Path("/documents/{id}")
  public JsonObject get(@PathParam("id") String id) {
    return json(documents.get(DocumentId.parse(id)));
  }

  /** The document itself. */
  @GET
  @Path("/documents/{id}/file")
  @Produces("application/pdf")
  public Response file(@PathParam("id") String id) {
    DocumentId document = DocumentId.parse(id);
    DocumentView view = documents.get(document);
    return Inert.attachment(documents.download(document), view.fileName());
  }

  private static JsonObject json(DocumentView d) {
    return Json.createObjectBuilder()
        .add("id", d.id().toString())
        .add("caseId", d.caseId().toString())
        .add("title", d.title())
        .add("fileName", d.fileName())
        .add("producedAt", d.producedAt().toString())
        .add("producedBy", d.producedBy())
        .add("sha256", d.sha256())
        .add("length", d.length())
        .add("pages", d.pages())
        .build();
  }
}
