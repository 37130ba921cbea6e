package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.audit.AuditLog;
import org.proffer.audit.AuditRow;
import org.proffer.ledger.LoggedAct;
import org.proffer.platform.CsvText;

/** The audit log, its signed heads and its proofs; for the auditor. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  @Inject private AuditLog log;

  /** Entries, newest first; the next page begins after the last id of this one. */
  @GET
  public JsonObject list(
      @BeanParam AuditQueryParameters query,
      @QueryParam("before") @Nullable Long before,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    List<AuditRow> rows = log.find(query.asked(), before == null ? Long.MAX_VALUE : before, limit);
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("entries", JsonViews.array(rows, AuditResource::entry));
    if (!rows.isEmpty()) {
      json.add("next", rows.get(rows.size() - 1).act().id());
    }
    return json.build();
  }

  private static JsonObject entry(AuditRow row) {
    LoggedAct act = row.act();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", act.id())
            .add("at", act.at().toString())
            .add("actor", act.actor())
            .add("action", act.action())
            .add("objectType", act.objectType())
            .add("objectId", act.objectId())
            .add("outcome", act.outcome())
            .add("detail", act.detail());
    JsonViews.text(json, "caseId", act.caseId());
    JsonViews.text(json, "address", act.address());
    JsonViews.text(json, "session", act.session());
    JsonViews.text(json, "before", act.before());
    JsonViews.text(json, "after", act.after());
    if (act.bytes() != null) {
      json.add("bytes", act.bytes());
    }
    if (row.place() != null) {
      json.add("place", row.place());
    }
    return json.build();
  }

  /** How the log stands: what is wrong, when it was last checked, the newest head, the key. */
  @GET
  @Path("/standing")
  public JsonObject standing() {
    return JsonViews.standing(log.standing());
  }

  /** Compares the whole log with the heads outside the database, now. */
  @POST
  @Path("/check")
  public JsonObject check() {
    return JsonViews.standing(log.check());
  }

  /** Every signed head, oldest first, as text. */
  @GET
  @Path("/heads")
  @Produces(MediaType.TEXT_PLAIN)
  public Response heads() {
    String text = log.heads().stream().map(note -> note + "\n\n").collect(Collectors.joining());
    return attachment(text, "text/plain;charset=UTF-8", "audit.heads");
  }

  /** The proof that the log of one size continues the log of another. */
  @GET
  @Path("/consistency")
  public JsonObject consistency(
      @QueryParam("first") long first, @QueryParam("second") long second) {
    return Json.createObjectBuilder()
        .add("proof", JsonViews.hashes(log.consistency(first, second)))
        .build();
  }

  /** The proof that an entry is in the log. */
  @GET
  @Path("/{place}/proof")
  public JsonObject proof(@PathParam("place") long place) {
    AuditLog.Proven proven = log.proof(place);
    return proven(proven).add("head", proven.note()).build();
  }

  private static JsonObjectBuilder proven(AuditLog.Proven proven) {
    return Json.createObjectBuilder()
        .add("place", proven.place())
        .add("leaf", proven.leaf())
        .add("proof", JsonViews.hashes(proven.proof()));
  }

  /** Entries for a spreadsheet. */
  @GET
  @Path("/export.csv")
  @Produces("text/csv")
  public Response csv(@BeanParam AuditQueryParameters query) {
    String head =
        "id,place,at,actor,action,outcome,case,object type,object,detail,address,session,bytes,"
            + "before,after\r\n";
    String lines =
        log.export(query.asked()).stream().map(AuditResource::line).collect(Collectors.joining());
    return attachment(head + lines, "text/csv;charset=UTF-8", "audit.csv");
  }

  private static String line(AuditRow row) {
    LoggedAct act = row.act();
    return CsvText.line(
        Stream.of(
            act.id(),
            row.place(),
            act.at(),
            act.actor(),
            act.action(),
            act.outcome(),
            act.caseId(),
            act.objectType(),
            act.objectId(),
            act.detail(),
            act.address(),
            act.session(),
            act.bytes(),
            act.before(),
            act.after()));
  }

  /**
   * Entries with proofs, a line each, after a line with the signed head: what {@code proffer
   * verify-log} checks.
   */
  @GET
  @Path("/export.ndjson")
  @Produces("application/x-ndjson")
  public Response ndjson(@BeanParam AuditQueryParameters query) {
    AuditLog.Export export = log.exportProven(query.asked());
    StringBuilder lines = new StringBuilder();
    lines.append(Json.createObjectBuilder().add("head", export.note()).build()).append('\n');
    export.entries().forEach(entry -> lines.append(proven(entry).build()).append('\n'));
    return attachment(lines.toString(), "application/x-ndjson", "audit.ndjson");
  }

  private static Response attachment(String text, String type, String name) {
    return Response.ok(text, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
