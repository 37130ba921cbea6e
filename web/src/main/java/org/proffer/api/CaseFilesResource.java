package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseFiles;
import org.proffer.cases.CaseId;
import org.proffer.cases.Cases;

/** Whole case files as JSON, out and in. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseFilesResource {
  @Inject private CaseFiles files;
  @Inject private Access access;
  @Inject private Cases cases;

  /** A case file: the case, its members, every version of every record. */
  @GET
  @Path("/cases/{id}/export")
  public Response write(@PathParam("id") String id) {
    CaseId caseId = CaseId.parse(id);
    // Before the first byte is sent.
    access.require(Action.EXPORT_CASE, caseId.value());
    StreamingOutput file = out -> files.write(caseId, out);
    return Response.ok(file)
        .header("Content-Disposition", "attachment; filename=\"case-" + caseId + ".json\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Opens a new case from a case file. */
  @POST
  @Path("/cases/import")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response read(InputStream file) {
    CaseId id = files.read(file);
    return Response.created(URI.create("cases/" + id))
        .entity(JsonViews.caseView(cases.get(id)))
        .build();
  }

  /** What a case file looks like, JSON Schema 2020-12. */
  @GET
  @Path("/case-file.schema.json")
  @Produces("application/schema+json")
  public InputStream schema() {
    return Objects.requireNonNull(
        CaseFilesResource.class.getResourceAsStream("case-file.schema.json"),
        "case-file.schema.json");
  }
}
