package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.proffer.cases.CaseId;
import org.proffer.documents.BatchView;
import org.proffer.documents.BundleView;
import org.proffer.documents.Bundles;
import org.proffer.documents.DocumentBatches;
import org.proffer.documents.DocumentKind;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;

/** Bundles of papers under Bates numbers, and many documents at once. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BundlesResource {
  @Inject private Bundles bundles;
  @Inject private DocumentBatches batches;

  /** The bundles of a case, the newest first. */
  @GET
  @Path("/cases/{id}/bundles")
  public JsonObject list(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("bundles", JsonViews.array(bundles.of(CaseId.parse(id)), BundlesResource::json))
        .build();
  }

  /** Makes a bundle. */
  @POST
  @Path("/cases/{id}/bundles")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(@PathParam("id") String id, JsonObject asked) {
    BundleView made =
        bundles.make(
            CaseId.parse(id),
            asked.getString("title", ""),
            asked.getString("prefix", ""),
            asked.getInt("digits", 7),
            parts(asked));
    return Response.created(URI.create("bundles/" + made.id())).entity(json(made)).build();
  }

  private static List<UUID> parts(JsonObject asked) {
    JsonArray parts =
        asked.containsKey("parts") ? asked.getJsonArray("parts") : JsonArray.EMPTY_JSON_ARRAY;
    return parts.stream()
        .map(
            part -> {
              if (part instanceof JsonString text) {
                return Ids.parse("part", text.getString());
              }
              throw new InvalidInput("parts", "A part is no text.", "Send ids.");
            })
        .toList();
  }

  /** The file of a bundle. */
  @GET
  @Path("/bundles/{id}/file")
  @Produces("application/pdf")
  public Response file(@PathParam("id") String id) {
    UUID bundle = Ids.parse("bundle", id);
    return Inert.attachment(bundles.download(bundle), bundles.get(bundle).fileName());
  }

  private static JsonObject json(BundleView b) {
    return Json.createObjectBuilder()
        .add("id", b.id().toString())
        .add("caseId", b.caseId().toString())
        .add("title", b.title())
        .add("first", b.first())
        .add("last", b.last())
        .add("parts", JsonViews.strings(b.parts().lines().toList()))
        .add("conforms", b.conforms())
        .add("fileName", b.fileName())
        .add("sha256", b.sha256())
        .add("length", b.length())
        .add("pages", b.pages())
        .add("madeAt", b.madeAt().toString())
        .add("madeBy", b.madeBy())
        .build();
  }

  /** The batches of a case, the newest first. */
  @GET
  @Path("/cases/{id}/document-batches")
  public JsonObject batches(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("batches", JsonViews.array(batches.of(CaseId.parse(id)), BundlesResource::json))
        .build();
  }

  /** Starts to make a document for everybody it can be about. */
  @POST
  @Path("/cases/{id}/document-batches")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response start(@PathParam("id") String id, JsonObject asked) {
    CaseId caseId = CaseId.parse(id);
    BatchView started = batches.start(caseId, DocumentKind.named(asked.getString("template", "")));
    return Response.created(URI.create("batches/" + started.id())).entity(json(started)).build();
  }

  /** How a batch stands. */
  @GET
  @Path("/document-batches/{id}")
  public JsonObject batch(@PathParam("id") String id) {
    return json(batches.get(Ids.parse("batch", id)));
  }

  /** Goes on with a batch. */
  @POST
  @Path("/document-batches/{id}/resume")
  public JsonObject resume(@PathParam("id") String id) {
    return json(batches.resume(Ids.parse("batch", id)));
  }

  private static JsonObject json(BatchView b) {
    return Json.createObjectBuilder()
        .add("id", b.id().toString())
        .add("caseId", b.caseId().toString())
        .add("template", b.kind().id())
        .add("startedAt", b.startedAt().toString())
        .add("startedBy", b.startedBy())
        .add("running", b.running())
        .add("made", b.made())
        .add("left", b.left())
        .add(
            "failed",
            JsonViews.array(
                b.failed(),
                f ->
                    Json.createObjectBuilder()
                        .add("subject", f.subject().toString())
                        .add("problem", f.problem())
                        .build()))
        .build();
  }
}
