package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.compliance.DeskFinding;
import org.proffer.compliance.DeskFindings;
import org.proffer.compliance.DeskReports;
import org.proffer.compliance.MailingAudits;
import org.proffer.compliance.MechanismWatches;
import org.proffer.compliance.OptOutClocks;
import org.proffer.compliance.TemplateChecks;
import org.proffer.mailings.ListKind;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** What stands on the compliance desk, each by its own id. */
@Path("/desk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {
  @Inject private ClientRecords records;
  @Inject private TemplateChecks checks;
  @Inject private MailingAudits audits;
  @Inject private OptOutClocks clocks;
  @Inject private DeskFindings findings;
  @Inject private MechanismWatches watches;
  @Inject private DeskReports reports;

  /** A record of a client. */
  @GET
  @Path("/records/{id}")
  public Response record(@PathParam("id") String id) {
    return tagged(records.get(Ids.parse("record", id)));
  }

  private static Response tagged(ClientRecord<?> record) {
    return Response.ok(DeskJson.record(record)).tag(Integer.toString(record.version())).build();
  }

  /** Writes a record anew; If-Match names the version that was read. */
  @PUT
  @Path("/records/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response revise(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @QueryParam("note") @DefaultValue("") String note,
      JsonObject content) {
    return tagged(records.revise(Ids.parse("record", id), ReadVersion.of(ifMatch), content, note));
  }

  /** Removes a record; its versions stay. */
  @DELETE
  @Path("/records/{id}")
  public Response remove(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    records.remove(Ids.parse("record", id), ReadVersion.of(ifMatch));
    return Response.noContent().build();
  }

  /** Every version of a record, newest first. */
  @GET
  @Path("/records/{id}/history")
  public JsonObject history(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "history",
            JsonViews.array(records.history(Ids.parse("record", id)), DeskJson::revision))
        .build();
  }

  /** A check with everything that was found. */
  @GET
  @Path("/checks/{id}")
  public JsonObject check(@PathParam("id") String id) {
    return DeskJson.check(checks.get(Ids.parse("check", id)));
  }

  /** The text of a checked message as inert HTML: {@code HTML}, {@code DARK} or {@code PLAIN}. */
  @GET
  @Path("/checks/{id}/preview")
  @Produces("text/html;charset=UTF-8")
  public Response preview(
      @PathParam("id") String id, @QueryParam("as") @DefaultValue("HTML") String as) {
    TemplateChecks.Preview how =
        switch (as.toUpperCase(Locale.ROOT)) {
          case "DARK" -> TemplateChecks.Preview.DARK;
          case "PLAIN" -> TemplateChecks.Preview.PLAIN;
          default -> TemplateChecks.Preview.HTML;
        };
    return Response.ok(checks.preview(Ids.parse("check", id), how))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static UUID audit(String id) {
    return Ids.parse("mailing audit", id);
  }

  /** An audit as it stands. */
  @GET
  @Path("/audits/{id}")
  public JsonObject getAudit(@PathParam("id") String id) {
    return DeskJson.audit(audits.get(audit(id)), audits.givenMessages(audit(id)));
  }

  private static ListKind list(String name) {
    try {
      return ListKind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      NotFound refusal = new NotFound("list", name);
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** Takes a list of an audit, of any length: the body of the request is the CSV. */
  @PUT
  @Path("/audits/{id}/lists/{list}")
  @Consumes(MediaType.WILDCARD)
  public JsonObject give(
      @PathParam("id") String id,
      @PathParam("list") String list,
      @QueryParam("fileName") @DefaultValue("unnamed.csv") String fileName,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
      InputStream body) {
    audits.give(audit(id), list(list), fileName, body, length);
    return DeskJson.audit(audits.get(audit(id)));
  }

  /** Says what the columns of a list mean: headings of the file by the names of the columns. */
  @PUT
  @Path("/audits/{id}/lists/{list}/mapping")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject map(
      @PathParam("id") String id, @PathParam("list") String list, JsonObject headings) {
    Map<String, String> chosen = new HashMap<>();
    headings.keySet().forEach(name -> chosen.put(name, headings.getString(name, "")));
    audits.map(audit(id), list(list), chosen);
    return DeskJson.audit(audits.get(audit(id)));
  }

  /** Takes the messages of a mailing: the body of the request is an mbox, a message, an archive. */
  @PUT
  @Path("/audits/{id}/messages")
  @Consumes(MediaType.WILDCARD)
  public JsonObject giveMessages(
      @PathParam("id") String id,
      @QueryParam("fileName") @DefaultValue("unnamed.mbox") String fileName,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length,
      InputStream body) {
    audits.giveMessages(audit(id), fileName, body, length);
    return DeskJson.audit(audits.get(audit(id)), audits.givenMessages(audit(id)));
  }

  /** Takes what is recorded of the messages beyond their bytes: the body is a facts file. */
  @PUT
  @Path("/audits/{id}/facts")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject giveFacts(@PathParam("id") String id, String body) {
    audits.giveFacts(audit(id), body);
    return DeskJson.audit(audits.get(audit(id)), audits.givenMessages(audit(id)));
  }

  /** A stretch of the messages of an audit with what their checks say. */
  @GET
  @Path("/audits/{id}/messages")
  public JsonObject messages(
      @PathParam("id") String id,
      @QueryParam("requirement") @DefaultValue("") String requirement,
      @QueryParam("cursor") @DefaultValue("0") int cursor,
      @QueryParam("limit") @DefaultValue("200") int limit) {
    int from = Math.max(0, cursor);
    int most = Math.max(1, Math.min(limit, 1_000));
    long total = audits.countMessages(audit(id), requirement);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add(
                "messages",
                JsonViews.array(
                    audits.messages(audit(id), requirement, from, most), DeskJson::message))
            .add("total", total);
    if (from + most < total) {
      json.add("next", Integer.toString(from + most));
    }
    return json.build();
  }

  /** Starts an audit. */
  @POST
  @Path("/audits/{id}/start")
  @Consumes(MediaType.WILDCARD)
  public Response start(@PathParam("id") String id) {
    audits.start(audit(id));
    return Response.accepted(DeskJson.audit(audits.get(audit(id)))).build();
  }

  /** A stretch of the findings of an audit, in the order of the send log. */
  @GET
  @Path("/audits/{id}/findings")
  public JsonObject findings(
      @PathParam("id") String id,
      @QueryParam("requirement") @DefaultValue("") String requirement,
      @QueryParam("verdict") @DefaultValue("") String verdict,
      @QueryParam("address") @DefaultValue("") String address,
      @QueryParam("cursor") @DefaultValue("0") int cursor,
      @QueryParam("limit") @DefaultValue("200") int limit) {
    int from = Math.max(0, cursor);
    int most = Math.max(1, Math.min(limit, 1_000));
    long total = audits.countFindings(audit(id), requirement, verdict, address);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add(
                "findings",
                JsonViews.array(
                    audits.findings(audit(id), requirement, verdict, address, from, most),
                    DeskJson::finding))
            .add("total", total);
    if (from + most < total) {
      json.add("next", Integer.toString(from + most));
    }
    return json.build();
  }

  /** One finding of an audit with its clock, day by day. */
  @GET
  @Path("/audits/{id}/findings/{number}")
  public JsonObject finding(@PathParam("id") String id, @PathParam("number") int number) {
    return Json.createObjectBuilder(DeskJson.finding(audits.finding(audit(id), number)))
        .add("clock", JsonViews.array(audits.clock(audit(id), number), DeskJson::day))
        .build();
  }

  /** Every finding of an audit as CSV. */
  @GET
  @Path("/audits/{id}/findings.csv")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response everyFinding(@PathParam("id") String id) {
    return Inert.attachment(audits.everyFinding(audit(id)), "audit-findings.csv");
  }

  /** Rows of the lists of an audit that could not be used. */
  @GET
  @Path("/audits/{id}/problems")
  public JsonObject problems(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("problems", JsonViews.array(audits.problems(audit(id)), DeskJson::problem))
        .build();
  }

  /** A request to receive no more with its clock, day by day. */
  @GET
  @Path("/opt-outs/{id}")
  public JsonObject optOut(@PathParam("id") String id) {
    UUID request = Ids.parse("request", id);
    return Json.createObjectBuilder(DeskJson.request(clocks.get(request)))
        .add("clock", JsonViews.array(clocks.clock(request), DeskJson::day))
        .build();
  }

  /** Says that a request was honored. */
  @POST
  @Path("/opt-outs/{id}/honored")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject honor(@PathParam("id") String id, JsonObject asked) {
    return DeskJson.request(
        clocks.honor(
            Ids.parse("request", id),
            ClientsResource.instant("honoredAt", asked.getString("honoredAt", ""))));
  }

  /** A finding of a client with its steps. */
  @GET
  @Path("/findings/{id}")
  public Response deskFinding(@PathParam("id") String id) {
    UUID finding = Ids.parse("finding", id);
    DeskFinding view = findings.get(finding);
    return Response.ok(
            Json.createObjectBuilder(DeskJson.deskFinding(view))
                .add("steps", JsonViews.array(findings.steps(finding), DeskJson::step))
                .build())
        .tag(Integer.toString(view.version()))
        .build();
  }

  /** Says what becomes of a finding; If-Match names the version that was read. */
  @PUT
  @Path("/findings/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonObject asked) {
    String due = asked.getString("due", "");
    String retest = asked.getString("retestId", "");
    DeskFinding changed =
        findings.change(
            Ids.parse("finding", id),
            ReadVersion.of(ifMatch),
            new DeskFindings.Change(
                state(asked.getString("state", "")),
                asked.getString("owner", ""),
                due.isEmpty() ? null : ClientsResource.day("due", due),
                asked.getString("remedy", ""),
                retest.isEmpty() ? null : Ids.parse("check or audit", retest),
                asked.getString("words", "")));
    return Response.ok(DeskJson.deskFinding(changed))
        .tag(Integer.toString(changed.version()))
        .build();
  }

  private static DeskFinding.State state(String name) {
    try {
      return DeskFinding.State.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw ClientsResource.caused(
          new InvalidInput(
              "state",
              "There is no state “" + name + "”.",
              "OPEN, IN_REMEDY, REMEDIED, RETESTED or ACCEPTED."),
          e);
    }
  }

  /** A watch with its newest probes. */
  @GET
  @Path("/watches/{id}")
  public JsonObject watch(@PathParam("id") String id) {
    UUID watch = Ids.parse("watch", id);
    return Json.createObjectBuilder(DeskJson.watch(watches.get(watch)))
        .add("newest", JsonViews.array(watches.probes(watch, 1_000), DeskJson::probe))
        .build();
  }

  /** Ends a watch; its probes stay. */
  @POST
  @Path("/watches/{id}/stop")
  @Consumes(MediaType.WILDCARD)
  public JsonObject stop(@PathParam("id") String id) {
    return DeskJson.watch(watches.stop(Ids.parse("watch", id)));
  }

  /** Enters a probe that was made elsewhere. */
  @POST
  @Path("/watches/{id}/probes")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response probe(@PathParam("id") String id, JsonObject asked) {
    watches.enter(
        Ids.parse("watch", id),
        ClientsResource.instant("at", asked.getString("at", "")),
        asked.getBoolean("accepted", false),
        asked.getString("what", ""));
    return Response.noContent().build();
  }

  /** A report with everything that is printed. */
  @GET
  @Path("/reports/{id}")
  public JsonObject report(@PathParam("id") String id) {
    return DeskJson.report(reports.get(Ids.parse("report", id)));
  }

  /** A report as PDF/A-3a and PDF/UA-1. */
  @GET
  @Path("/reports/{id}/file")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response file(@PathParam("id") String id) {
    UUID report = Ids.parse("report", id);
    return Inert.attachment(reports.download(report), reports.get(report).fileName());
  }

  /** Signs a report with the key of the office. */
  @POST
  @Path("/reports/{id}/sign")
  @Consumes(MediaType.WILDCARD)
  public JsonObject sign(@PathParam("id") String id) {
    return DeskJson.report(reports.sign(Ids.parse("report", id)));
  }

  /** The signatures of a report, verified now. */
  @GET
  @Path("/reports/{id}/signatures")
  public JsonObject signatures(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "signatures",
            JsonViews.array(reports.signatures(Ids.parse("report", id)), JsonViews::signature))
        .build();
  }
}
