package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.proffer.cases.CaseId;
import org.proffer.facts.Board;
import org.proffer.facts.CaseFact;
import org.proffer.facts.FactKind;
import org.proffer.facts.ProofBoards;
import org.proffer.facts.SourceKind;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.proof.Cell;
import org.proffer.proof.Evidence;
import org.proffer.proof.FallenCount;
import org.proffer.proof.WhatIf;
import org.proffer.records.RecordView;
import org.proffer.web.proof.EvidenceName;

/** The proof board, what-if, facts sent from a message, and gaps signed by an attorney. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProofResource {
  @Inject private ProofBoards boards;
  @Inject private FactKind facts;
  @Inject private SourceKind sources;

  /** How every element of every count is supported against every defendant it charges. */
  @GET
  @Path("cases/{id}/proof")
  public JsonObject board(@PathParam("id") String id) {
    Board board = boards.of(CaseId.parse(id).value());
    JsonArrayBuilder evidence = Json.createArrayBuilder();
    board
        .evidence()
        .forEach(
            (one, name) ->
                evidence.add(
                    Json.createObjectBuilder().add("id", EvidenceName.of(one)).add("name", name)));
    return Json.createObjectBuilder()
        .add("cells", JsonViews.array(board.assessment().cells(), ProofResource::cell))
        .add("evidence", evidence)
        .add("defects", JsonViews.strings(board.defects().stream().map(d -> d.words()).toList()))
        .build();
  }

  private static JsonObject cell(Cell cell) {
    return Json.createObjectBuilder()
        .add("count", cell.count())
        .add("element", cell.element())
        .add("defendant", cell.defendant())
        .add("support", cell.support().name())
        .add("rule", cell.rule().name())
        .add("reason", cell.reason())
        .build();
  }

  /** What becomes of the board without some evidence, and the cheapest way back. */
  @POST
  @Path("cases/{id}/proof/what-if")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject whatIf(@PathParam("id") String id, JsonObject asked) {
    UUID caseId = CaseId.parse(id).value();
    Board board = boards.of(caseId);
    WhatIf whatIf = boards.without(caseId, leftOut(board, asked));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add(
                "fallenFacts",
                JsonViews.strings(whatIf.fallenFacts().stream().map(f -> f.id()).toList()))
            .add("changedCells", whatIf.changes().size())
            .add("fallenCounts", JsonViews.array(whatIf.fallenCounts(), ProofResource::fallen));
    whatIf
        .repair()
        .ifPresent(
            repair -> {
              JsonArrayBuilder choices = Json.createArrayBuilder();
              repair
                  .choices()
                  .forEach(
                      choice ->
                          choices.add(
                              JsonViews.strings(choice.stream().map(EvidenceName::of).toList())));
              json.add(
                  "repair",
                  Json.createObjectBuilder()
                      .add("choices", choices)
                      .add("smallest", repair.isSmallest()));
            });
    return json.build();
  }

  private static Set<Evidence> leftOut(Board board, JsonObject asked) {
    List<String> names =
        asked.containsKey("leaveOut")
            ? asked.getJsonArray("leaveOut").getValuesAs(JsonString::getString)
            : List.of();
    Set<Evidence> out = new LinkedHashSet<>();
    for (String name : names) {
      out.add(
          board.evidence().keySet().stream()
              .filter(e -> EvidenceName.of(e).equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "leaveOut",
                          "No fact rests on “" + name + "”.",
                          "Send ids as the board gives them under evidence.")));
    }
    return out;
  }

  private static JsonObject fallen(FallenCount fallen) {
    return Json.createObjectBuilder()
        .add("count", fallen.count())
        .add("defendant", fallen.defendant())
        .add("elements", JsonViews.strings(fallen.elements()))
        .build();
  }

  /** Writes a fact together with its first source. */
  @POST
  @Path("cases/{id}/proof")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response send(@PathParam("id") String id, JsonObject asked) {
    if (!asked.containsKey("fact") || !asked.containsKey("source")) {
      throw new InvalidInput("fact", "A fact and its source are needed.", "Send both.");
    }
    RecordView<CaseFact> written =
        boards.send(
            CaseId.parse(id).value(),
            facts.read(asked.getJsonObject("fact")),
            sources.read(
                Json.createObjectBuilder(asked.getJsonObject("source"))
                    .add("fact", "00000000-0000-7000-8000-000000000000")
                    .build()));
    return Response.created(URI.create("records/" + written.id()))
        .entity(JsonViews.record(written))
        .build();
  }

  /** The elements of an instrument that nothing supports. */
  @GET
  @Path("instruments/{id}/gaps")
  public JsonObject gaps(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add("gaps", JsonViews.strings(boards.gaps(Ids.parse("instrument", id))))
        .build();
  }

  /** Signs the list of gaps as it stands. */
  @POST
  @Path("instruments/{id}/gaps")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response sign(@PathParam("id") String id, JsonObject asked) {
    RecordView<?> signed = boards.sign(Ids.parse("instrument", id), asked.getString("reason", ""));
    return Response.created(URI.create("records/" + signed.id()))
        .entity(JsonViews.record(signed))
        .build();
  }
}
