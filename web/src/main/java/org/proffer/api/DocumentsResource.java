package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.documents.Check;
import org.proffer.documents.DocumentId;
import org.proffer.documents.DocumentKind;
import org.proffer.documents.DocumentView;
import org.proffer.documents.Documents;
import org.proffer.documents.DraftView;
import org.proffer.documents.Drifted;
import org.proffer.documents.FreePlace;
import org.proffer.documents.Redaction;
import org.proffer.documents.Source;
import org.proffer.documents.VersionView;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;

/** Documents of a case: drafted, checked, reviewed, approved, filed, handed out. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @Inject private Documents documents;

  /** What can be made. */
  @GET
  @Path("/documents/kinds")
  public JsonObject kinds() {
    return Json.createObjectBuilder()
        .add("kinds", JsonViews.array(documents.kinds(), DocumentsResource::kind))
        .build();
  }

  private static JsonObject kind(DocumentKind kind) {
    return Json.createObjectBuilder()
        .add("template", kind.id())
        .add("code", kind.code())
        .add("title", kind.label())
        .add("subject", kind.subject().recordKind())
        .add("sealed", kind.sealed())
        .add("parts", JsonViews.strings(kind.parts()))
        .build();
  }

  /** Makes the first draft of a document, or the audit report at once. */
  @POST
  @Path("/cases/{id}/documents")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response produce(@PathParam("id") String id, JsonObject asked) {
    DocumentKind kind = DocumentKind.named(asked.getString("template", ""));
    String subject = asked.getString("subject", "");
    UUID about = subject.isEmpty() ? null : Ids.parse(kind.subject().recordKind(), subject);
    DocumentView document = documents.make(CaseId.parse(id), kind, about);
    return Response.created(URI.create("documents/" + document.id()))
        .entity(json(document))
        .build();
  }

  /** The documents of a case, newest first. */
  @GET
  @Path("/cases/{id}/documents")
  public JsonObject list(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("documents", JsonViews.array(documents.of(CaseId.parse(id)), DocumentsResource::json))
        .build();
  }

  /** What is known of a document. */
  @GET
  @Path("/documents/{id}")
  public Response get(@PathParam("id") String id) {
    return answer(documents.get(DocumentId.parse(id)));
  }

  private static Response answer(DocumentView document) {
    return Response.ok(json(document)).tag(Integer.toString(document.version())).build();
  }

  /** What is missing, what is uncertain, what was written, and what the checks say. */
  @GET
  @Path("/documents/{id}/draft")
  public JsonObject draft(@PathParam("id") String id) {
    DraftView draft = documents.draft(DocumentId.parse(id));
    JsonObjectBuilder form = Json.createObjectBuilder();
    draft.form().forEach(form::add);
    return Json.createObjectBuilder()
        .add("document", json(draft.document()))
        .add("missing", JsonViews.array(draft.missing(), DocumentsResource::source))
        .add("uncertain", JsonViews.array(draft.uncertain(), DocumentsResource::source))
        .add("fields", JsonViews.array(draft.fields(), DocumentsResource::blank))
        .add("places", JsonViews.array(draft.places(), DocumentsResource::place))
        .add("checks", JsonViews.array(draft.checks(), DocumentsResource::check))
        .add("redactions", JsonViews.array(draft.redactions(), DocumentsResource::redaction))
        .add("form", form)
        .add("ready", draft.ready())
        .build();
  }

  private static JsonObject source(Source source) {
    return Json.createObjectBuilder()
        .add("kind", source.kind())
        .add("record", source.record())
        .add("version", source.version())
        .add("field", source.field())
        .add("label", source.label())
        .add("next", source.next())
        .build();
  }

  private static JsonObject blank(DraftView.Blank blank) {
    return Json.createObjectBuilder()
        .add("key", blank.key())
        .add("label", blank.label())
        .add("text", blank.text())
        .build();
  }

  private static JsonObject place(FreePlace place) {
    return Json.createObjectBuilder()
        .add("key", place.key())
        .add("label", place.label())
        .add("required", place.required())
        .add("text", place.text())
        .build();
  }

  private static JsonObject check(Check check) {
    return Json.createObjectBuilder()
        .add("name", check.name())
        .add("outcome", check.outcome().name())
        .add("detail", check.detail())
        .add("next", check.next())
        .build();
  }

  private static JsonObject redaction(Redaction redaction) {
    return Json.createObjectBuilder()
        .add("rule", redaction.rule())
        .add("found", redaction.found())
        .add("instead", redaction.instead())
        .add("key", redaction.key())
        .add("kept", redaction.kept())
        .build();
  }

  /** Saves what was written as the next version, made of the case as it stands. */
  @PUT
  @Path("/documents/{id}/draft")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response save(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonObject written) {
    Map<String, String> form = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> entry : written.entrySet()) {
      if (!(entry.getValue() instanceof JsonString text)) {
        throw new InvalidInput(entry.getKey(), "That is no text.", "Send every value as text.");
      }
      form.put(entry.getKey(), text.getString());
    }
    return answer(documents.save(DocumentId.parse(id), ReadVersion.of(ifMatch), form));
  }

  /** Puts a draft before an attorney. */
  @POST
  @Path("/documents/{id}/review")
  public Response submit(@PathParam("id") String id) {
    return answer(documents.submit(DocumentId.parse(id)));
  }

  /** Gives a document back to be written on. */
  @POST
  @Path("/documents/{id}/return")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response giveBack(@PathParam("id") String id, JsonObject asked) {
    return answer(documents.giveBack(DocumentId.parse(id), asked.getString("note", "")));
  }

  /** Stands by a document as it was reviewed. */
  @POST
  @Path("/documents/{id}/approval")
  public Response approve(@PathParam("id") String id) {
    return answer(documents.approve(DocumentId.parse(id)));
  }

  /** Notes that an approved document was filed. */
  @POST
  @Path("/documents/{id}/filing")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response file(@PathParam("id") String id, JsonObject asked) {
    DocumentId document = DocumentId.parse(id);
    documents.get(document);
    LocalDate on;
    try {
      on = LocalDate.parse(asked.getString("on", ""));
    } catch (DateTimeParseException e) {
      InvalidInput refusal =
          new InvalidInput("on", "That is no day.", "Send year-month-day, such as 2026-12-01.");
      refusal.initCause(e);
      throw refusal;
    }
    return answer(documents.file(document, on, asked.getString("docketEntry", "")));
  }

  /** Signs an approved document with the key of the office. */
  @POST
  @Path("/documents/{id}/signature")
  public Response sign(@PathParam("id") String id) {
    return answer(documents.sign(DocumentId.parse(id)));
  }

  /** The signatures of the newest version, verified now. */
  @GET
  @Path("/documents/{id}/signature")
  public JsonObject signatures(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "signatures",
            JsonViews.array(documents.signatures(DocumentId.parse(id)), JsonViews::signature))
        .build();
  }

  /** The sentences that the case as it stands does not say any more. */
  @GET
  @Path("/documents/{id}/drift")
  public JsonObject drift(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "sentences",
            JsonViews.array(documents.drift(DocumentId.parse(id)), DocumentsResource::drifted))
        .build();
  }

  /** What is different between two versions. */
  @GET
  @Path("/documents/{id}/comparison")
  public JsonObject compare(
      @PathParam("id") String id,
      @QueryParam("from") @DefaultValue("1") int from,
      @QueryParam("to") @DefaultValue("1") int to) {
    return Json.createObjectBuilder()
        .add(
            "sentences",
            JsonViews.array(
                documents.compare(DocumentId.parse(id), from, to), DocumentsResource::drifted))
        .build();
  }

  private static JsonObject drifted(Drifted drifted) {
    return Json.createObjectBuilder()
        .add("section", drifted.section())
        .add("before", drifted.before())
        .add("after", drifted.after())
        .add("sources", JsonViews.array(drifted.sources(), DocumentsResource::source))
        .build();
  }

  /** The versions, the newest first. */
  @GET
  @Path("/documents/{id}/versions")
  public JsonObject versions(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "versions",
            JsonViews.array(documents.versions(DocumentId.parse(id)), DocumentsResource::version))
        .build();
  }

  private static JsonObject version(VersionView version) {
    return Json.createObjectBuilder()
        .add("version", version.version())
        .add("madeAt", version.madeAt().toString())
        .add("madeBy", version.madeBy())
        .add("pages", version.pages())
        .add("length", version.length())
        .add("sha256", version.sha256())
        .add("conforms", version.conforms())
        .add("broken", JsonViews.strings(version.broken()))
        .add("signedBy", version.signedBy())
        .build();
  }

  /** The document itself. */
  @GET
  @Path("/documents/{id}/file")
  @Produces("application/pdf")
  public Response file(@PathParam("id") String id) {
    DocumentId document = DocumentId.parse(id);
    DocumentView view = documents.get(document);
    return Inert.attachment(documents.download(document), view.fileName());
  }

  /** The document to be looked at within a page of the portal. */
  @GET
  @Path("/documents/{id}/view")
  @Produces("application/pdf")
  public Response view(@PathParam("id") String id) {
    DocumentId document = DocumentId.parse(id);
    DocumentView view = documents.get(document);
    return Inert.shown(documents.download(document), view.fileName());
  }

  /** The body as a page of its own. */
  @GET
  @Path("/documents/{id}/html")
  @Produces("text/html;charset=UTF-8")
  public Response html(@PathParam("id") String id) {
    return Inert.page(documents.html(DocumentId.parse(id)));
  }

  /** The document for a word processor. */
  @GET
  @Path("/documents/{id}/word")
  @Produces(WORD)
  public Response word(@PathParam("id") String id) {
    DocumentId document = DocumentId.parse(id);
    String name = documents.get(document).fileName().replaceAll("\\.pdf$", ".docx");
    return Inert.bytes(documents.word(document), WORD, name);
  }

  /** The public copy, with personal data taken out. */
  @GET
  @Path("/documents/{id}/public")
  @Produces("application/pdf")
  public Response publicCopy(@PathParam("id") String id) {
    DocumentId document = DocumentId.parse(id);
    String name = documents.get(document).fileName().replaceAll("\\.pdf$", "-public.pdf");
    return Inert.bytes(documents.publicCopy(document), "application/pdf", name);
  }

  private static JsonObject json(DocumentView d) {
    Instant statusAt = d.statusAt();
    LocalDate filedOn = d.filedOn();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", d.id().toString())
            .add("caseId", d.caseId().toString())
            .add("template", d.kind().id())
            .add("title", d.title())
            .add("version", d.version())
            .add("status", d.status().name())
            .add("statusBy", d.statusBy())
            .add("statusNote", d.statusNote())
            .add("docketEntry", d.docketEntry())
            .add("fileName", d.fileName())
            .add("producedAt", d.producedAt().toString())
            .add("producedBy", d.producedBy())
            .add("sha256", d.sha256())
            .add("length", d.length())
            .add("pages", d.pages());
    UUID subject = d.subject();
    if (subject != null) {
      json.add("subject", subject.toString());
    }
    if (statusAt != null) {
      json.add("statusAt", statusAt.toString());
    }
    if (filedOn != null) {
      json.add("filedOn", filedOn.toString());
    }
    return json.build();
  }
}
