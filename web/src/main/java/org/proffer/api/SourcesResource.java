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
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.MailServers;
import org.proffer.evidence.MailboxLogin;
import org.proffer.evidence.ServerFile;
import org.proffer.evidence.ServerFolders;

/** Evidence taken from folders of the server and from mail servers. */
@Path("/cases/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {
  @Inject private ServerFolders folders;
  @Inject private MailServers servers;

  /** From where evidence may be taken: files of the server's folders, and mail servers. */
  @GET
  @Path("/evidence/sources")
  public JsonObject list(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("files", JsonViews.array(folders.files(CaseId.parse(id)), SourcesResource::file))
        .add("mailServers", Json.createArrayBuilder(servers.servers()))
        .build();
  }

  private static JsonObject file(ServerFile file) {
    return Json.createObjectBuilder()
        .add("folder", file.folder())
        .add("path", file.path())
        .add("length", file.length())
        .add("changedAt", file.changedAt().toString())
        .build();
  }

  /** Takes a file of a folder of the server. */
  @POST
  @Path("/evidence/from-folder")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response fromFolder(@PathParam("id") String id, JsonObject asked) {
    return received(
        folders.receive(
            CaseId.parse(id), asked.getString("folder", ""), asked.getString("path", "")));
  }

  /** Takes a folder of a mailbox. */
  @POST
  @Path("/evidence/from-mailbox")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response fromMailbox(@PathParam("id") String id, JsonObject asked) {
    return received(
        servers.receive(
            CaseId.parse(id),
            new MailboxLogin(
                asked.getString("host", ""),
                asked.getInt("port", 993),
                asked.getBoolean("tls", true),
                asked.getString("login", ""),
                asked.getString("password", ""),
                asked.getString("folder", "INBOX"))));
  }

  private static Response received(EvidenceView item) {
    return Response.created(URI.create("evidence/" + item.id()))
        .entity(JsonViews.evidence(item))
        .build();
  }
}
