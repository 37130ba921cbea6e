package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.documents.BatchView;
import org.proffer.documents.BundlePlan;
import org.proffer.documents.BundlePlans;
import org.proffer.documents.BundleView;
import org.proffer.documents.Bundles;
import org.proffer.documents.DocumentBatches;
import org.proffer.documents.DocumentId;
import org.proffer.documents.DocumentKind;
import org.proffer.documents.Documents;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;

/** Bundles of papers under Bates numbers, and many documents at once. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BundlesResource {
  @Inject private Bundles bundles;
  @Inject private BundlePlans plans;
  @Inject private Documents documents;
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
            parts(asked),
            byNumber(asked.getString("order", "GIVEN")));
    return Response.created(URI.create("bundles/" + made.id())).entity(json(made)).build();
  }

  private static boolean byNumber(String order) {
    if (order.equals("GIVEN") || order.equals("EXHIBITS")) {
      return order.equals("EXHIBITS");
    }
    throw new InvalidInput(
        "order",
        "There is no order “" + order + "”.",
        "Send GIVEN, or EXHIBITS for their numbers.");
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
        .add("partIds", JsonViews.strings(b.partIds().stream().map(UUID::toString).toList()))
        .add("conforms", b.conforms())
        .add("fileName", b.fileName())
        .add("sha256", b.sha256())
        .add("length", b.length())
        .add("pages", b.pages())
        .add("madeAt", b.madeAt().toString())
        .add("madeBy", b.madeBy())
        .build();
  }

  /** The plans of bundles of a case, the newest first. */
  @GET
  @Path("/cases/{id}/bundle-plans")
  public JsonObject plans(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("plans", JsonViews.array(plans.of(CaseId.parse(id)), BundlesResource::json))
        .build();
  }

  /** Keeps a new plan of a bundle. */
  @POST
  @Path("/cases/{id}/bundle-plans")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response plan(@PathParam("id") String id, JsonObject asked) {
    BundlePlan kept =
        plans.add(
            CaseId.parse(id),
            asked.getString("title", ""),
            asked.getString("prefix", ""),
            parts(asked));
    return answer(Response.created(URI.create("bundle-plans/" + kept.id())), kept);
  }

  /** One plan of a bundle. */
  @GET
  @Path("/bundle-plans/{id}")
  public Response plan(@PathParam("id") String id) {
    return answer(Response.ok(), plans.get(Ids.parse("bundle plan", id)));
  }

  /** Keeps a plan as it is now. */
  @PUT
  @Path("/bundle-plans/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response revise(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonObject asked) {
    return answer(
        Response.ok(),
        plans.revise(
            Ids.parse("bundle plan", id),
            ReadVersion.of(ifMatch),
            asked.getString("title", ""),
            asked.getString("prefix", ""),
            parts(asked)));
  }

  /** Gives a plan of a bundle up. */
  @DELETE
  @Path("/bundle-plans/{id}")
  public Response remove(@PathParam("id") String id) {
    plans.remove(Ids.parse("bundle plan", id));
    return Response.noContent().build();
  }

  private static Response answer(Response.ResponseBuilder answer, BundlePlan plan) {
    return answer.entity(json(plan)).tag(Integer.toString(plan.version())).build();
  }

  private static JsonObject json(BundlePlan p) {
    return Json.createObjectBuilder()
        .add("id", p.id().toString())
        .add("caseId", p.caseId().toString())
        .add("title", p.title())
        .add("prefix", p.prefix())
        .add("partIds", JsonViews.strings(p.parts().stream().map(UUID::toString).toList()))
        .add("version", p.version())
        .add("changedAt", p.changedAt().toString())
        .add("changedBy", p.changedBy())
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

  /** What a batch has made, as one archive, numbered in its order. */
  @GET
  @Path("/document-batches/{id}/file")
  @Produces("application/zip")
  public Response files(@PathParam("id") String id) {
    UUID batch = Ids.parse("batch", id);
    List<DocumentId> made = batches.made(batch);
    return Inert.stream(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            int number = 1;
            for (DocumentId document : made) {
              zip.putNextEntry(
                  new ZipEntry(
                      String.format(
                          Locale.ROOT, "%04d-%s", number++, documents.get(document).fileName())));
              try (InputStream in = documents.download(document).open(0)) {
                in.transferTo(zip);
              }
              zip.closeEntry();
            }
          }
        },
        "application/zip",
        "batch-" + batch + ".zip");
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
