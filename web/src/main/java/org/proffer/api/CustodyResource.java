package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.proffer.cases.CaseId;
import org.proffer.custody.Cosignatures;
import org.proffer.custody.CustodyLog;
import org.proffer.custody.HeadStamps;
import org.proffer.evidence.Custody;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidencePackages;
import org.proffer.evidence.Fixity;
import org.proffer.evidence.TransferView;
import org.proffer.evidence.Transfers;
import org.proffer.platform.Ids;
import org.proffer.timestamp.StampedHead;

/** The custody of evidence: its events, their proofs, fixity, and who holds an item. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustodyResource {
  @Inject private Custody custody;
  @Inject private Fixity fixity;
  @Inject private Transfers transfers;
  @Inject private EvidencePackages packages;

  /** The custody of the items of a case, newest event first. */
  @GET
  @Path("/cases/{id}/custody")
  public JsonObject ofCase(@PathParam("id") String id) {
    Custody.OfCase of = custody.of(CaseId.parse(id));
    return Json.createObjectBuilder()
        .add("events", JsonViews.array(of.events(), JsonViews::custody))
        .add("complete", of.complete())
        .build();
  }

  /** The evidence of a case with its custody and proofs, as a package. */
  @GET
  @Path("/cases/{id}/package")
  @Produces("application/zip")
  public Response packed(@PathParam("id") String id) {
    EvidencePackages.Ready ready = packages.prepare(CaseId.parse(id));
    return Inert.stream(ready::write, "application/zip", ready.fileName());
  }

  /** The custody of an item with the proof of each event under the newest signed head. */
  @GET
  @Path("/evidence/{id}/proof")
  public JsonObject proof(@PathParam("id") String id) {
    CustodyLog.Proofs proofs = custody.proofs(EvidenceId.parse(id));
    return Json.createObjectBuilder()
        .add("head", proofs.note())
        .add("events", JsonViews.array(proofs.events(), CustodyResource::proven))
        .add("unsigned", proofs.unsigned())
        .build();
  }

  private static JsonObject proven(CustodyLog.Proven proven) {
    return Json.createObjectBuilder()
        .add("place", proven.place())
        .add("leaf", proven.leaf())
        .add("proof", JsonViews.hashes(proven.proof()))
        .build();
  }

  /** How the custody log stands. */
  @GET
  @Path("/custody")
  public JsonObject standing() {
    JsonObjectBuilder json = Json.createObjectBuilder(JsonViews.standing(custody.standing()));
    custody.lastWitnessed().ifPresent(last -> json.add("witnessed", witnessed(last)));
    custody.lastStamped().ifPresent(last -> json.add("stamped", stamped(last)));
    return json.build();
  }

  private static JsonObject witnessed(Cosignatures.Witnessed last) {
    return Json.createObjectBuilder()
        .add("by", last.by())
        .add("at", last.at().toString())
        .add("size", last.head().size())
        .add("root", last.head().root().toString())
        .build();
  }

  private static JsonObject stamped(HeadStamps.Stamped last) {
    return Json.createObjectBuilder()
        .add("by", last.stamp().authority())
        .add("at", last.stamp().at().toString())
        .add("size", last.head().size())
        .add("root", last.head().root().toString())
        .build();
  }

  /** Every time stamp over a head, in the order in which they came, one a line, as text. */
  @GET
  @Path("/custody/stamps")
  @Produces(MediaType.TEXT_PLAIN)
  public Response stamps() {
    return Inert.text(
        custody.stamps().stream().map(StampedHead::line).collect(Collectors.joining()),
        "custody.stamps");
  }

  /** Takes a head that a witness cosigned, as the witness printed it. */
  @POST
  @Path("/custody/cosignatures")
  @Consumes(MediaType.TEXT_PLAIN)
  public JsonObject cosign(String note) {
    return witnessed(custody.take(note));
  }

  /** Every cosigned head, in the order in which they came, as text. */
  @GET
  @Path("/custody/cosignatures")
  @Produces(MediaType.TEXT_PLAIN)
  public Response cosignatures() {
    return Inert.text(
        custody.cosigned().stream().map(note -> note + "\n\n").collect(Collectors.joining()),
        "custody.witnessed");
  }

  /** The keys of the witnesses, one a line. */
  @GET
  @Path("/custody/witnesses")
  @Produces(MediaType.TEXT_PLAIN)
  public Response witnesses() {
    return Inert.text(
        custody.witnesses().stream().map(key -> key + "\n").collect(Collectors.joining()),
        "custody.witnesses");
  }

  /** Compares the whole log with the heads outside the database, now. */
  @POST
  @Path("/custody/check")
  public JsonObject check() {
    return JsonViews.standing(custody.check());
  }

  /** Every signed head, oldest first, as text. */
  @GET
  @Path("/custody/checkpoints")
  @Produces(MediaType.TEXT_PLAIN)
  public Response checkpoints() {
    String text =
        custody.checkpoints().stream().map(note -> note + "\n\n").collect(Collectors.joining());
    return Inert.text(text, "custody.heads");
  }

  /** The proof that the log of one size continues the log of another. */
  @GET
  @Path("/custody/consistency")
  public JsonObject consistency(
      @QueryParam("first") long first, @QueryParam("second") long second) {
    return Json.createObjectBuilder()
        .add("proof", JsonViews.hashes(custody.consistency(first, second)))
        .build();
  }

  /** Hashes an item again and says what was found. */
  @POST
  @Path("/evidence/{id}/fixity")
  public JsonObject check(@PathParam("id") String id) {
    return JsonViews.evidence(fixity.check(EvidenceId.parse(id)));
  }

  /** Offers an item to another member of the case. */
  @POST
  @Path("/evidence/{id}/transfers")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response offer(@PathParam("id") String id, JsonObject asked) {
    TransferView offer =
        transfers.offer(
            EvidenceId.parse(id),
            asked.getString("to", ""),
            asked.getString("reason", ""),
            asked.getString("authority", ""));
    return Response.status(Response.Status.CREATED).entity(transfer(offer)).build();
  }

  /** The offers that wait for the person who asks. */
  @GET
  @Path("/transfers")
  public JsonObject waiting() {
    return Json.createObjectBuilder()
        .add("transfers", JsonViews.array(transfers.waiting(), CustodyResource::transfer))
        .build();
  }

  /** Takes an item over. */
  @POST
  @Path("/transfers/{id}/take")
  public JsonObject take(@PathParam("id") String id) {
    return transfer(transfers.take(transferId(id)));
  }

  /** Declines an item. */
  @POST
  @Path("/transfers/{id}/decline")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject decline(@PathParam("id") String id, JsonObject asked) {
    return transfer(transfers.decline(transferId(id), asked.getString("reason", "")));
  }

  /** Takes an offer back. */
  @POST
  @Path("/transfers/{id}/withdraw")
  public JsonObject withdraw(@PathParam("id") String id) {
    return transfer(transfers.withdraw(transferId(id)));
  }

  private static UUID transferId(String id) {
    return Ids.parse("transfer", id);
  }

  private static JsonObject transfer(TransferView t) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", t.id().toString())
            .add("itemId", t.itemId().toString())
            .add("from", t.from())
            .add("to", t.to())
            .add("offeredBy", t.offeredBy())
            .add("offeredAt", t.offeredAt().toString())
            .add("reason", t.reason())
            .add("authority", t.authority());
    JsonViews.text(json, "endedAt", t.endedAt());
    JsonViews.text(json, "outcome", t.outcome());
    return json.build();
  }
}
