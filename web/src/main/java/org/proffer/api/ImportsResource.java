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
import org.proffer.evidence.EvidenceId;
import org.proffer.messages.ImportId;
import org.proffer.messages.ImportPriority;
import org.proffer.messages.Imports;
import org.proffer.platform.InvalidInput;

/** Imports: started, watched, cancelled. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {
  @Inject private Imports imports;

  /** Starts to read the messages of an item of the case. */
  @POST
  @Path("/cases/{id}/imports")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response start(@PathParam("id") String id, JsonObject asked) {
    ImportId started = imports.start(EvidenceId.parse(asked.getString("evidenceId", "")));
    return Response.created(URI.create("imports/" + started))
        .entity(JsonViews.importView(imports.get(started)))
        .build();
  }

  /** The imports of a case, newest first. */
  @GET
  @Path("/cases/{id}/imports")
  public JsonObject list(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("imports", JsonViews.array(imports.of(CaseId.parse(id)), JsonViews::importView))
        .build();
  }

  /** An import as it stands. */
  @GET
  @Path("/imports/{id}")
  public JsonObject get(@PathParam("id") String id) {
    return JsonViews.importView(imports.get(ImportId.parse(id)));
  }

  /** Stops an import. */
  @POST
  @Path("/imports/{id}/cancel")
  public JsonObject cancel(@PathParam("id") String id) {
    ImportId importId = ImportId.parse(id);
    imports.cancel(importId);
    return JsonViews.importView(imports.get(importId));
  }

  /** Holds an import. */
  @POST
  @Path("/imports/{id}/pause")
  public JsonObject pause(@PathParam("id") String id) {
    ImportId importId = ImportId.parse(id);
    imports.pause(importId);
    return JsonViews.importView(imports.get(importId));
  }

  /** Lets a paused import go on. */
  @POST
  @Path("/imports/{id}/resume")
  public JsonObject resume(@PathParam("id") String id) {
    ImportId importId = ImportId.parse(id);
    imports.resume(importId);
    return JsonViews.importView(imports.get(importId));
  }

  /** Says how urgent an import is. */
  @POST
  @Path("/imports/{id}/priority")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject prioritize(@PathParam("id") String id, JsonObject asked) {
    ImportId importId = ImportId.parse(id);
    imports.prioritize(importId, priority(asked.getString("priority", "")));
    return JsonViews.importView(imports.get(importId));
  }

  private static ImportPriority priority(String name) {
    try {
      return ImportPriority.valueOf(name);
    } catch (IllegalArgumentException e) {
      InvalidInput refusal =
          new InvalidInput(
              "priority",
              "“" + name + "” is no priority.",
              "Send one of " + java.util.Arrays.toString(ImportPriority.values()) + ".");
      refusal.initCause(e);
      throw refusal;
    }
  }
}
