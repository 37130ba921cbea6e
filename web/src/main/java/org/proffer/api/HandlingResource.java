package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.custody.CustodyEventView;
import org.proffer.evidence.DestructionView;
import org.proffer.evidence.Destructions;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.Handling;
import org.proffer.evidence.PhotoView;
import org.proffer.evidence.Photographs;
import org.proffer.evidence.StockChecks;
import org.proffer.evidence.StockView;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;

/** What people do with items of evidence: handle, hold, photograph, count, destroy. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HandlingResource {
  @Inject private Handling handling;
  @Inject private Destructions destructions;
  @Inject private Photographs photographs;
  @Inject private StockChecks stock;

  /** Enters in the custody of an item what was done with it. */
  @POST
  @Path("/evidence/{id}/acts")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enter(@PathParam("id") String id, JsonObject asked) {
    EvidenceId item = EvidenceId.parse(id);
    handling.requireMay(item); // who may not is told that first
    return Response.status(Response.Status.CREATED)
        .entity(JsonViews.evidence(handling.enter(item, deed(asked))))
        .build();
  }

  private static Handling.Deed deed(JsonObject asked) {
    String kind = asked.getString("kind", "");
    return new Handling.Deed(
        Arrays.stream(CustodyEventView.Kind.values())
            .filter(each -> each.name().equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "kind", "“" + kind + "” is no custody event.", "Send one of the list.")),
        asked.getString("how", ""),
        asked.getString("where", ""),
        asked.getString("authority", ""),
        asked.getString("to", ""),
        asked.getString("seal", ""),
        asked.getString("shelf", ""),
        instant(asked.getString("happened", "")));
  }

  private static @Nullable Instant instant(String said) {
    try {
      return said.isEmpty() ? null : Instant.parse(said);
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput(
              "happened", "“" + said + "” is no instant.", "Write it like 2026-03-02T14:05:00Z.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** Forbids that an item is destroyed. */
  @POST
  @Path("/evidence/{id}/hold")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject hold(@PathParam("id") String id, JsonObject asked) {
    return JsonViews.evidence(handling.hold(EvidenceId.parse(id), asked.getString("reason", "")));
  }

  /** Lifts the hold on an item. */
  @POST
  @Path("/evidence/{id}/release")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject release(@PathParam("id") String id, JsonObject asked) {
    return JsonViews.evidence(
        handling.release(EvidenceId.parse(id), asked.getString("reason", "")));
  }

  /** Adds a photograph: the body of the request is the file. */
  @POST
  @Path("/evidence/{id}/photos")
  @Consumes(MediaType.WILDCARD)
  public Response photograph(
      @PathParam("id") String id,
      @QueryParam("fileName") @DefaultValue("unnamed") String fileName,
      @QueryParam("caption") @DefaultValue("") String caption,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
      InputStream body) {
    PhotoView photo = photographs.add(EvidenceId.parse(id), fileName, caption, body, length);
    return Response.created(URI.create("photos/" + photo.id() + "/file"))
        .entity(photo(photo))
        .build();
  }

  /** The photographs of an item. */
  @GET
  @Path("/evidence/{id}/photos")
  public JsonObject photographs(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "photos",
            JsonViews.array(photographs.of(EvidenceId.parse(id)), HandlingResource::photo))
        .build();
  }

  /** The bytes of a photograph as they were sent, as an inert attachment. */
  @GET
  @Path("/photos/{id}/file")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response photoFile(@PathParam("id") String id) {
    UUID photo = Ids.parse("photograph", id);
    return Inert.attachment(photographs.file(photo), photographs.fileName(photo));
  }

  /** A photograph drawn anew, to look at. */
  @GET
  @Path("/photos/{id}/picture")
  @Produces("image/png")
  public Response picture(@PathParam("id") String id) {
    return Response.ok(photographs.picture(Ids.parse("photograph", id)), "image/png")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static JsonObject photo(PhotoView photo) {
    return Json.createObjectBuilder()
        .add("id", photo.id().toString())
        .add("itemId", photo.itemId().toString())
        .add("fileName", photo.fileName())
        .add("caption", photo.caption())
        .add("sha256", photo.sha256())
        .add("length", photo.length())
        .add("addedAt", photo.addedAt().toString())
        .add("addedBy", photo.addedBy())
        .build();
  }

  /** The request to destroy an item; an empty object where there is none. */
  @GET
  @Path("/evidence/{id}/destruction")
  public JsonObject destruction(@PathParam("id") String id) {
    return destructions
        .of(EvidenceId.parse(id))
        .map(HandlingResource::destruction)
        .orElse(JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Asks that an item is destroyed. */
  @POST
  @Path("/evidence/{id}/destruction")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response request(@PathParam("id") String id, JsonObject asked) {
    return Response.status(Response.Status.CREATED)
        .entity(
            destruction(
                destructions.request(
                    EvidenceId.parse(id),
                    asked.getString("reason", ""),
                    asked.getString("authority", ""))))
        .build();
  }

  /** Approves that an item is destroyed. */
  @POST
  @Path("/evidence/{id}/destruction/approve")
  public JsonObject approve(@PathParam("id") String id) {
    return destruction(destructions.approve(EvidenceId.parse(id)));
  }

  /** Refuses that an item is destroyed. */
  @POST
  @Path("/evidence/{id}/destruction/refuse")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject refuse(@PathParam("id") String id, JsonObject asked) {
    return destruction(destructions.refuse(EvidenceId.parse(id), asked.getString("reason", "")));
  }

  /** Takes the request back. */
  @POST
  @Path("/evidence/{id}/destruction/withdraw")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject withdraw(@PathParam("id") String id, JsonObject asked) {
    return destruction(destructions.withdraw(EvidenceId.parse(id), asked.getString("reason", "")));
  }

  /** Destroys an item, once that is approved and its time has come. */
  @POST
  @Path("/evidence/{id}/destruction/do")
  public JsonObject destroy(@PathParam("id") String id) {
    return destruction(destructions.destroy(EvidenceId.parse(id)));
  }

  private static JsonObject destruction(DestructionView d) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("itemId", d.itemId().toString())
            .add("reason", d.reason())
            .add("authority", d.authority())
            .add("requestedAt", d.requestedAt().toString())
            .add("requestedBy", d.requestedBy());
    JsonViews.text(json, "approvedAt", d.approvedAt());
    JsonViews.text(json, "approvedBy", d.approvedBy());
    JsonViews.text(json, "notBefore", d.notBefore());
    JsonViews.text(json, "endedAt", d.endedAt());
    JsonViews.text(json, "endedBy", d.endedBy());
    JsonViews.text(json, "outcome", d.outcome());
    return json.build();
  }

  /** Begins a stock check of the things of a case. */
  @POST
  @Path("/cases/{id}/stock-checks")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response begin(@PathParam("id") String id, JsonObject asked) {
    StockView begun = stock.begin(CaseId.parse(id), asked.getString("shelf", ""));
    return Response.created(URI.create("stock-checks/" + begun.id())).entity(stock(begun)).build();
  }

  /** The stock checks of a case that have ended, the newest first. */
  @GET
  @Path("/cases/{id}/stock-checks")
  public JsonObject checks(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("stockChecks", JsonViews.array(stock.of(CaseId.parse(id)), HandlingResource::stock))
        .build();
  }

  /** A stock check. */
  @GET
  @Path("/stock-checks/{id}")
  public JsonObject check(@PathParam("id") String id) {
    return stock(stock.get(Ids.parse("stock check", id)));
  }

  /** Enters that an item was seen. */
  @POST
  @Path("/stock-checks/{id}/sightings")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject see(@PathParam("id") String id, JsonObject asked) {
    return stock(
        stock.see(
            Ids.parse("stock check", id),
            asked.getString("item", ""),
            asked.getString("shelf", ""),
            asked.getString("seal", "")));
  }

  /** Ends a stock check. */
  @POST
  @Path("/stock-checks/{id}/end")
  public JsonObject end(@PathParam("id") String id) {
    return stock(stock.end(Ids.parse("stock check", id)));
  }

  private static JsonObject stock(StockView check) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", check.id().toString())
            .add("caseId", check.caseId().toString())
            .add("shelf", check.shelf())
            .add("begunAt", check.begunAt().toString())
            .add("begunBy", check.begunBy());
    JsonViews.text(json, "endedAt", check.endedAt());
    JsonViews.text(json, "endedBy", check.endedBy());
    return json.add("lines", JsonViews.array(check.lines(), HandlingResource::line))
        .add(
            "differences",
            JsonViews.array(
                check.differences(),
                d ->
                    Json.createObjectBuilder()
                        .add("itemId", d.item().id().toString())
                        .add("number", d.item().number())
                        .add("kind", d.kind().name())
                        .add("detail", d.detail())
                        .build()))
        .build();
  }

  private static JsonObject line(StockView.Line line) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("itemId", line.item().id().toString())
            .add("number", line.item().number())
            .add("title", line.item().title())
            .add("expected", line.expected())
            .add("seenShelf", line.seenShelf())
            .add("seenSeal", line.seenSeal());
    JsonViews.text(json, "seenAt", line.seenAt());
    JsonViews.text(json, "seenBy", line.seenBy());
    return json.build();
  }
}
