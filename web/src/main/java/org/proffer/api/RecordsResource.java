package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Json;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordKinds;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** The records of case files: parties, counts, facts, outcomes, events, whatever their kind. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {
  private static final int MOST = 1_000;

  @Inject private Records records;
  @Inject private RecordKinds kinds;

  /** The kinds of records, each with the JSON schema of its content. */
  @GET
  @Path("kinds")
  public JsonObject kinds() {
    return Json.createObjectBuilder()
        .add("kinds", JsonViews.array(kinds.all(), RecordSchema::of))
        .build();
  }

  /** The records of a kind in a case, in their order. */
  @GET
  @Path("cases/{id}/{kind}")
  public JsonObject list(
      @PathParam("id") String id,
      @PathParam("kind") String plural,
      @QueryParam("cursor") @DefaultValue("0") int cursor,
      @QueryParam("limit") @DefaultValue("200") int limit) {
    RecordKind<?> kind = kinds.pluralOf(plural);
    UUID caseId = CaseId.parse(id).value();
    int from = Math.max(0, cursor);
    int most = Math.max(1, Math.min(limit, MOST));
    long total = records.count(kind, caseId);
    JsonObjectBuilder json =
        Json.createObjectBuilder().add(plural, page(kind, caseId, from, most)).add("total", total);
    if (from + most < total) {
      json.add("next", Integer.toString(from + most));
    }
    return json.build();
  }

  private <C extends Record> jakarta.json.JsonArray page(
      RecordKind<C> kind, UUID caseId, int from, int most) {
    List<RecordView<C>> page = records.list(kind, caseId, from, most);
    return JsonViews.array(page, JsonViews::record);
  }

  // No @Consumes: a more exact one would be chosen before a more exact address.
  /** Adds a record to a case. */
  @POST
  @Path("cases/{id}/{kind}")
  public Response add(
      @PathParam("id") String id, @PathParam("kind") String plural, JsonObject content) {
    RecordView<?> added = records.add(kinds.pluralOf(plural), CaseId.parse(id).value(), content);
    return tagged(Response.created(URI.create("records/" + added.id())), added);
  }

  /**
   * What the law has against a record that is being typed; nothing is written. What cannot be read
   * yet has no objections, and says why.
   */
  @POST
  @Path("cases/{id}/{kind}/check")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject check(
      @PathParam("id") String id,
      @PathParam("kind") String plural,
      @QueryParam("record") @DefaultValue("") String record,
      JsonObject content) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    try {
      json.add(
          "objections",
          JsonViews.array(
              records.objections(
                  kinds.pluralOf(plural),
                  CaseId.parse(id).value(),
                  record.isEmpty() ? null : Ids.parse("record", record),
                  content),
              JsonViews::objection));
    } catch (InvalidInput unfinished) {
      json.add("objections", JsonValue.EMPTY_JSON_ARRAY).add("unfinished", unfinished.detail());
    }
    return json.build();
  }

  /** A record. */
  @GET
  @Path("records/{id}")
  public Response get(@PathParam("id") String id) {
    return tagged(Response.ok(), records.get(Ids.parse("record", id)));
  }

  /** Writes a record anew; If-Match names the version that was read. */
  @PUT
  @Path("records/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response revise(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @QueryParam("note") @DefaultValue("") String note,
      JsonObject content) {
    int version = ReadVersion.of(ifMatch);
    return tagged(Response.ok(), records.revise(Ids.parse("record", id), version, content, note));
  }

  /** Removes a record from the case file; its versions stay. The note says why. */
  @DELETE
  @Path("records/{id}")
  public Response remove(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @QueryParam("note") @DefaultValue("") String note) {
    records.remove(Ids.parse("record", id), ReadVersion.of(ifMatch), note);
    return Response.noContent().build();
  }

  /** What happened to a record, newest first. */
  @GET
  @Path("records/{id}/history")
  public JsonObject history(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "history",
            JsonViews.array(records.history(Ids.parse("record", id)), JsonViews::revision))
        .build();
  }

  /** Makes a record again what it was in an earlier version; that too is a new version. */
  @POST
  @Path("records/{id}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response restore(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonObject asked) {
    return tagged(
        Response.ok(),
        records.restore(
            Ids.parse("record", id), ReadVersion.of(ifMatch), asked.getInt("version", 0)));
  }

  private static Response tagged(Response.ResponseBuilder answer, RecordView<?> record) {
    return answer.tag(Integer.toString(record.version())).entity(JsonViews.record(record)).build();
  }
}
