package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.UUID;
import org.proffer.cases.CaseId;
import org.proffer.papers.Paper;
import org.proffer.papers.Papers;
import org.proffer.platform.Ids;
import org.proffer.records.RecordView;

/** Files of a case that are not evidence. */
@Path("/")
@RequestScoped
public class PapersResource {
  @Inject private Papers papers;

  /** Receives a file: the body of the request is the file. */
  @POST
  @Path("/cases/{id}/papers")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public Response receive(
      @PathParam("id") String id,
      @QueryParam("fileName") @DefaultValue("unnamed") String fileName,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
      InputStream body) {
    RecordView<Paper> paper = papers.receive(CaseId.parse(id), fileName, body, length);
    return Response.created(URI.create("records/" + paper.id()))
        .entity(JsonViews.record(paper))
        .build();
  }

  /** The bytes of a file, as an inert attachment. */
  @GET
  @Path("/papers/{id}/file")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response file(@PathParam("id") String id) {
    UUID paper = Ids.parse("paper", id);
    String name = papers.get(paper).content().fileName();
    return Inert.attachment(papers.download(paper), name);
  }
}
