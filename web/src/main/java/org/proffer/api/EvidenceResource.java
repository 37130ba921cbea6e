package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.proffer.cases.CaseId;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.ItemCopies;
import org.proffer.evidence.ItemDescription;
import org.proffer.evidence.ItemKind;
import org.proffer.platform.NotFound;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** Evidence items: received as a stream of any size, listed, handed out bit for bit. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {
  @Inject private EvidenceItems items;
  @Inject private ItemCopies copies;
  @Inject private Records records;
  @Inject private ItemKind kind;

  /** Receives a file: the body of the request is the file. */
  @POST
  @Path("/cases/{id}/evidence")
  @Consumes(MediaType.WILDCARD)
  public Response receive(
      @PathParam("id") String id,
      @QueryParam("fileName") @DefaultValue("unnamed") String fileName,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
      InputStream body) {
    return created(items.receive(CaseId.parse(id), fileName, body, length));
  }

  /** The items of a case. */
  @GET
  @Path("/cases/{id}/evidence")
  public JsonObject list(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("evidence", JsonViews.array(items.of(CaseId.parse(id)), JsonViews::evidence))
        .build();
  }

  /** One item, with its description; that is edited as the record with the id of the item. */
  @GET
  @Path("/evidence/{id}")
  public Response get(@PathParam("id") String id) {
    EvidenceView item = items.get(EvidenceId.parse(id));
    try {
      RecordView<ItemDescription> described = records.get(kind, item.id().value());
      return Response.ok(
              Json.createObjectBuilder(JsonViews.evidence(item))
                  .add("description", described.json())
                  .build())
          .tag(Integer.toString(described.version()))
          .build();
    } catch (NotFound hidden) {
      return Response.ok(JsonViews.evidence(item)).build(); // as for a filter team
    }
  }

  /** The custody of an item. */
  @GET
  @Path("/evidence/{id}/custody")
  public JsonObject custody(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("events", JsonViews.array(items.custody(EvidenceId.parse(id)), JsonViews::custody))
        .build();
  }

  /** What was made from an item: working copies, and derivatives that are items. */
  @GET
  @Path("/evidence/{id}/copies")
  public JsonObject copies(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("copies", JsonViews.array(copies.of(EvidenceId.parse(id)), EvidenceResource::made))
        .build();
  }

  private static JsonObject made(ItemCopies.Made made) {
    return Json.createObjectBuilder(JsonViews.evidence(made.item()))
        .add("nature", made.nature().name())
        .add("how", made.how())
        .build();
  }

  /** Makes a working copy. */
  @POST
  @Path("/evidence/{id}/copies")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response copy(@PathParam("id") String id, JsonObject asked) {
    return created(copies.copy(EvidenceId.parse(id), asked.getString("purpose", "")));
  }

  /** Receives what a tool made of an item: the body of the request is the file. */
  @POST
  @Path("/evidence/{id}/derivatives")
  @Consumes(MediaType.WILDCARD)
  public Response derive(
      @PathParam("id") String id,
      @QueryParam("fileName") @DefaultValue("unnamed") String fileName,
      @QueryParam("tool") @DefaultValue("") String tool,
      @QueryParam("toolVersion") @DefaultValue("") String toolVersion,
      @QueryParam("parameters") @DefaultValue("") String parameters,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
      InputStream body) {
    return created(
        copies.derive(EvidenceId.parse(id), fileName, tool, toolVersion, parameters, body, length));
  }

  private static Response created(EvidenceView item) {
    return Response.created(URI.create("evidence/" + item.id()))
        .entity(JsonViews.evidence(item))
        .build();
  }

  /** The original bytes of an item, as an inert attachment. */
  @GET
  @Path("/evidence/{id}/raw")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response raw(@PathParam("id") String id) {
    EvidenceId item = EvidenceId.parse(id);
    EvidenceView view = items.get(item);
    return Inert.attachment(items.download(item), view.fileName());
  }
}
