package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.ClientRelation;
import org.proffer.advice.TemplateMessage;
import org.proffer.clients.ClientKind;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.ClientView;
import org.proffer.clients.Clients;
import org.proffer.compliance.AuditRequest;
import org.proffer.compliance.DeskFigures;
import org.proffer.compliance.DeskFindings;
import org.proffer.compliance.DeskReports;
import org.proffer.compliance.MailingAudits;
import org.proffer.compliance.MechanismWatches;
import org.proffer.compliance.OptOutClocks;
import org.proffer.compliance.SeedMailboxes;
import org.proffer.compliance.TemplateCheckView;
import org.proffer.compliance.TemplateChecks;
import org.proffer.law.Finding;
import org.proffer.mailings.Column;
import org.proffer.mailings.ListKind;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;

/** Clients of the compliance desk, and what is made for them. */
@Path("/clients")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClientsResource {
  @Inject private Clients clients;
  @Inject private ClientRecords records;
  @Inject private TemplateChecks checks;
  @Inject private MailingAudits audits;
  @Inject private SeedMailboxes seeds;
  @Inject private OptOutClocks clocks;
  @Inject private DeskFindings findings;
  @Inject private DeskFigures figures;
  @Inject private MechanismWatches watches;
  @Inject private DeskReports reports;

  private static UUID client(String id) {
    return Ids.parse("client", id);
  }

  /** The clients of the person. */
  @GET
  public JsonObject list() {
    return Json.createObjectBuilder()
        .add("clients", JsonViews.array(clients.list(), DeskJson::client))
        .build();
  }

  /** Takes on a client. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(JsonObject asked) {
    UUID id = clients.open(asked.getString("name", ""));
    return Response.created(URI.create("clients/" + id))
        .entity(DeskJson.client(clients.get(id)))
        .build();
  }

  /** A client. */
  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id) {
    return tagged(clients.get(client(id)));
  }

  private static Response tagged(ClientView view) {
    return Response.ok(DeskJson.client(view)).tag(Integer.toString(view.version())).build();
  }

  /** Closes a client, or opens it again; If-Match names the version that was read. */
  @POST
  @Path("/{id}/closed")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response close(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonObject asked) {
    return tagged(
        clients.close(client(id), asked.getBoolean("closed", true), ReadVersion.of(ifMatch)));
  }

  /** Who belongs to a client. */
  @GET
  @Path("/{id}/members")
  public JsonObject members(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("members", JsonViews.array(clients.members(client(id)), DeskJson::member))
        .build();
  }

  /** Adds somebody to a client, or says anew what they are to it. */
  @POST
  @Path("/{id}/members")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response addMember(@PathParam("id") String id, JsonObject asked) {
    String role = asked.getString("role", "OFFICER").toUpperCase(Locale.ROOT);
    ClientRelation relation;
    try {
      relation = ClientRelation.valueOf(role);
    } catch (IllegalArgumentException e) {
      throw caused(
          new InvalidInput("role", "There is no role “" + role + "”.", "READER, OFFICER or LEAD."),
          e);
    }
    clients.addMember(client(id), asked.getString("login", ""), relation);
    return Response.noContent().build();
  }

  /** Takes somebody off a client. */
  @DELETE
  @Path("/{id}/members/{login}")
  public Response removeMember(@PathParam("id") String id, @PathParam("login") String login) {
    clients.removeMember(client(id), login);
    return Response.noContent().build();
  }

  /** The records of a kind of a client. */
  @GET
  @Path("/{id}/records/{kind}")
  public JsonObject records(@PathParam("id") String id, @PathParam("kind") String plural) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    records
        .list(ClientKinds.pluralOf(plural), client(id))
        .forEach(record -> all.add(DeskJson.record(record)));
    return Json.createObjectBuilder().add(plural, all).build();
  }

  /** Adds a record to a client. */
  @POST
  @Path("/{id}/records/{kind}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @PathParam("id") String id, @PathParam("kind") String plural, JsonObject content) {
    ClientKind<?> kind = ClientKinds.pluralOf(plural);
    ClientRecord<?> added = records.add(kind, client(id), content);
    return Response.created(URI.create("desk/records/" + added.id()))
        .tag(Integer.toString(added.version()))
        .entity(DeskJson.record(added))
        .build();
  }

  /** The checks of a client, newest first. */
  @GET
  @Path("/{id}/checks")
  public JsonObject checks(
      @PathParam("id") String id,
      @QueryParam("requirement") @DefaultValue("") String requirement,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    return Json.createObjectBuilder()
        .add(
            "checks",
            JsonViews.array(
                checks.list(client(id), requirement, Math.max(1, Math.min(limit, 1_000))),
                DeskJson::check))
        .build();
  }

  /** Checks a message that is the body of the request, and keeps what was found. */
  @POST
  @Path("/{id}/checks")
  @Consumes({"message/rfc822", MediaType.APPLICATION_OCTET_STREAM})
  public Response check(
      @PathParam("id") String id,
      @QueryParam("programme") @DefaultValue("") String programme,
      @QueryParam("title") @DefaultValue("") String title,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(TemplateChecks.MOST + 1);
    return checked(
        id,
        new TemplateChecks.Asked(
            optional("programme", programme),
            title,
            TemplateCheckView.Origin.SENT,
            TemplateMessage.of(bytes, Map.of()),
            ""));
  }

  /**
   * Checks a template: {@code message}, or {@code from}, {@code subject}, {@code html}, {@code
   * plain}, {@code headers}; with {@code samples}, {@code programme}, {@code title} and {@code
   * facts}, what is recorded beyond the bytes.
   */
  @POST
  @Path("/{id}/checks")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response checkTemplate(@PathParam("id") String id, JsonObject asked) {
    Map<String, String> samples = samples(asked);
    String whole = asked.getString("message", "");
    TemplateMessage message =
        whole.isEmpty()
            ? TemplateMessage.of(
                asked.getString("from", ""),
                asked.getString("subject", ""),
                asked.getString("html", ""),
                asked.getString("plain", ""),
                asked.getString("headers", ""),
                samples)
            : TemplateMessage.of(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8), samples);
    if (whole.isEmpty()
        && asked.getString("html", "").isBlank()
        && asked.getString("plain", "").isBlank()) {
      throw new InvalidInput(
          "message", "There is no text to check.", "Paste the HTML or the plain text.");
    }
    return checked(
        id,
        new TemplateChecks.Asked(
            optional("programme", asked.getString("programme", "")),
            asked.getString("title", ""),
            TemplateCheckView.Origin.PASTED,
            message,
            facts(asked.get("facts"))));
  }

  /** A facts file, as an object, as its text, or as the list of its facts. */
  private static String facts(@Nullable JsonValue given) {
    if (given == null || given == JsonValue.NULL) {
      return "";
    }
    if (given instanceof JsonString text) {
      return text.getString();
    }
    return given instanceof JsonArray list ? "{\"facts\":" + list + "}" : given.toString();
  }

  private static Map<String, String> samples(JsonObject asked) {
    Map<String, String> samples = new HashMap<>();
    if (asked.get("samples") instanceof JsonObject given) {
      given.keySet().forEach(name -> samples.put(name, given.getString(name, "")));
    } else {
      asked
          .getString("samples", "")
          .lines()
          .filter(line -> line.indexOf('=') > 0)
          .forEach(
              line ->
                  samples.put(
                      line.substring(0, line.indexOf('=')).strip(),
                      line.substring(line.indexOf('=') + 1).strip()));
    }
    return samples;
  }

  private Response checked(String id, TemplateChecks.Asked asked) {
    TemplateCheckView view = checks.check(client(id), asked);
    return Response.created(URI.create("desk/checks/" + view.id()))
        .entity(DeskJson.check(view))
        .build();
  }

  private static @Nullable UUID optional(String what, String id) {
    return id.isEmpty() ? null : Ids.parse(what, id);
  }

  /** The seed mailboxes of a client, and how each stands. */
  @GET
  @Path("/{id}/seed-mailboxes")
  public JsonObject seeds(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("seedMailboxes", JsonViews.array(seeds.list(client(id)), DeskJson::seed))
        .build();
  }

  /** The audits of a client, newest first. */
  @GET
  @Path("/{id}/audits")
  public JsonObject audits(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("audits", JsonViews.array(audits.list(client(id)), DeskJson::audit))
        .build();
  }

  /** Prepares an audit; its lists come after. */
  @POST
  @Path("/{id}/audits")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response prepare(@PathParam("id") String id, JsonObject asked) {
    UUID audit =
        audits.prepare(
            client(id),
            new AuditRequest(
                asked.getString("title", ""),
                optional("programme", asked.getString("programme", "")),
                asked.getString("sender", ""),
                asked.getString("senderZone", ""),
                asked.getString("timesZone", ""),
                asked.getString("kind", ""),
                asked.getBoolean("requestsComplete", false),
                asked.getBoolean("consentsComplete", false)));
    return Response.created(URI.create("desk/audits/" + audit))
        .entity(DeskJson.audit(audits.get(audit)))
        .build();
  }

  /** The requests to receive no more, those not honored first. */
  @GET
  @Path("/{id}/opt-outs")
  public JsonObject optOuts(
      @PathParam("id") String id,
      @QueryParam("standing") @DefaultValue("") String standing,
      @QueryParam("limit") @DefaultValue("200") int limit) {
    return Json.createObjectBuilder()
        .add(
            "optOuts",
            JsonViews.array(
                clocks.list(client(id), standing, Math.max(1, Math.min(limit, 10_000))),
                DeskJson::request))
        .add("total", clocks.count(client(id)))
        .build();
  }

  /** Enters a request to receive no more. */
  @POST
  @Path("/{id}/opt-outs")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response enter(@PathParam("id") String id, JsonObject asked) {
    OptOutClocks.Request request =
        clocks.enter(
            client(id),
            new OptOutClocks.Entered(
                asked.getString("address", ""),
                instant("receivedAt", asked.getString("receivedAt", "")),
                asked.getString("kinds", ""),
                asked.getString("madeTo", ""),
                asked.getString("channel", "")));
    return Response.created(URI.create("desk/opt-outs/" + request.id()))
        .entity(DeskJson.request(request))
        .build();
  }

  /** What came of the lists of requests that were given, newest first. */
  @GET
  @Path("/{id}/opt-outs/lists")
  public JsonObject optOutLists(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("lists", JsonViews.array(clocks.entered(client(id), 100), DeskJson::optOutList))
        .build();
  }

  /** Enters the requests of a CSV file that is the body of the request. */
  @POST
  @Path("/{id}/opt-outs/lists")
  @Consumes(MediaType.WILDCARD)
  public Response enterList(
      @PathParam("id") String id, @Context UriInfo address, InputStream body) {
    MultivaluedMap<String, String> said = address.getQueryParameters();
    Map<String, String> headings = new HashMap<>();
    for (Column column : ListKind.OPT_OUTS.columns()) {
      String heading = said.getFirst(column.name());
      if (heading != null) {
        headings.put(column.name(), heading);
      }
    }
    String fileName = said.getFirst("fileName");
    String zone = said.getFirst("timesZone");
    OptOutClocks.ListEntered list =
        clocks.enterList(
            client(id),
            fileName == null ? "unnamed.csv" : fileName,
            headings,
            zone == null ? "" : zone,
            body);
    return Response.status(Response.Status.CREATED).entity(DeskJson.optOutList(list)).build();
  }

  static Instant instant(String field, String text) {
    try {
      return Instant.parse(text.matches(".*T\\d\\d:\\d\\d") ? text + ":00Z" : text);
    } catch (DateTimeException e) {
      throw caused(
          new InvalidInput(
              field, "“" + text + "” is no moment.", "Write it as 2026-03-02T15:00:00Z."),
          e);
    }
  }

  static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw caused(
          new InvalidInput(field, "“" + text + "” is no day.", "Write it as 2026-03-16."), e);
    }
  }

  static InvalidInput caused(InvalidInput refusal, Throwable cause) {
    refusal.initCause(cause);
    return refusal;
  }

  /** The findings of a client, what weighs most first. */
  @GET
  @Path("/{id}/findings")
  public JsonObject findings(
      @PathParam("id") String id, @QueryParam("state") @DefaultValue("") String state) {
    return Json.createObjectBuilder()
        .add("findings", JsonViews.array(findings.list(client(id), state), DeskJson::deskFinding))
        .build();
  }

  /** The most that each plaintiff can be awarded: a maximum, not a prediction. */
  @GET
  @Path("/{id}/exposure")
  public JsonObject exposure(
      @PathParam("id") String id,
      @QueryParam("assessedOn") @DefaultValue("") String assessedOn,
      @QueryParam("knowledge") @DefaultValue("true") boolean knowledge,
      @QueryParam("pattern") @DefaultValue("true") boolean pattern,
      @QueryParam("willful") @DefaultValue("false") boolean willful) {
    LocalDate day = assessedOn.isEmpty() ? findings.today() : day("assessedOn", assessedOn);
    return Json.createObjectBuilder()
        .add("assessedOn", day.toString())
        .add(
            "exposure",
            JsonViews.array(
                findings.exposure(client(id), day, knowledge, pattern, willful),
                DeskJson::exposure))
        .build();
  }

  /** The figures of a client's page. */
  @GET
  @Path("/{id}/figures")
  public JsonObject figures(@PathParam("id") String id) {
    UUID client = client(id);
    JsonObjectBuilder programmes = Json.createObjectBuilder();
    figures.programmes(client).forEach((state, count) -> programmes.add(state.name(), count));
    JsonObjectBuilder open = Json.createObjectBuilder();
    figures.openFindings(client).forEach((severity, count) -> open.add(severity.name(), count));
    JsonArrayBuilder sends = Json.createArrayBuilder();
    figures
        .sendsByMonth(client)
        .forEach(
            month ->
                sends.add(
                    Json.createObjectBuilder()
                        .add("month", month.month())
                        .add("sends", month.sends())
                        .add("violated", month.violated())
                        .add("undetermined", month.undetermined())));
    return Json.createObjectBuilder()
        .add("programmes", programmes)
        .add("openFindings", open)
        .add("alarms", figures.alarms(client))
        .add("latency", DeskJson.latency(figures.latency(client)))
        .add("sendsByMonth", sends)
        .build();
  }

  /** The watches of a client. */
  @GET
  @Path("/{id}/watches")
  public JsonObject watches(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("watches", JsonViews.array(watches.list(client(id)), DeskJson::watch))
        .build();
  }

  /** Starts to watch a mechanism. */
  @POST
  @Path("/{id}/watches")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response watch(@PathParam("id") String id, JsonObject asked) {
    MechanismWatches.Watch watch =
        watches.start(
            client(id),
            Ids.parse("mechanism", asked.getString("mechanism", "")),
            asked.getInt("days", 31),
            asked.getInt("every", 60));
    return Response.created(URI.create("desk/watches/" + watch.id()))
        .entity(DeskJson.watch(watch))
        .build();
  }

  /** What the rules say of a mechanism for a message sent at a moment. */
  @GET
  @Path("/{id}/mechanisms/{mechanism}/verdicts")
  public JsonObject verdicts(
      @PathParam("id") String id,
      @PathParam("mechanism") String mechanism,
      @QueryParam("sentAt") @DefaultValue("") String sentAt) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Finding finding :
        watches.verdicts(
            client(id), Ids.parse("mechanism", mechanism), instant("sentAt", sentAt))) {
      all.add(
          Json.createObjectBuilder()
              .add("requirement", finding.requirement())
              .add("citation", finding.citation())
              .add("verdict", finding.verdict().name())
              .add("reason", finding.reason())
              .add("missing", JsonViews.strings(finding.missing())));
    }
    return Json.createObjectBuilder().add("findings", all).build();
  }

  /** The reports of a client. */
  @GET
  @Path("/{id}/reports")
  public JsonObject reports(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("reports", JsonViews.array(reports.list(client(id)), DeskJson::report))
        .build();
  }

  /** Produces a report of a client as it stands. */
  @POST
  @Path("/{id}/reports")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response report(@PathParam("id") String id, JsonObject asked) {
    DeskReports.ReportView report =
        reports.produce(
            client(id), asked.getString("notAssessed", ""), asked.getString("attestedBy", ""));
    return Response.created(URI.create("desk/reports/" + report.id()))
        .entity(DeskJson.report(report))
        .build();
  }
}
