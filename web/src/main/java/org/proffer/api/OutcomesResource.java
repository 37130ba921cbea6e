package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.proffer.cases.CaseId;
import org.proffer.platform.CsvText;
import org.proffer.sentencing.Outcome;
import org.proffer.sentencing.Outcomes;
import org.proffer.sentencing.SentencesAcross;
import org.proffer.sentencing.SentencesAsked;

/** How cases end: the defendants of one case, and sentences across cases. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OutcomesResource {
  @Inject private Outcomes outcomes;

  /** Every defendant of a case: charged, pleaded, range, sentence, money, objections. */
  @GET
  @Path("cases/{id}/outcomes")
  public JsonObject ofCase(@PathParam("id") String id) {
    return Json.createObjectBuilder()
        .add(
            "outcomes",
            JsonViews.array(outcomes.of(CaseId.parse(id).value()), OutcomesResource::outcome))
        .build();
  }

  private static JsonObject outcome(Outcome outcome) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("party", outcome.party().toString())
            .add("designation", outcome.designation())
            .add("name", outcome.name())
            .add("charged", JsonViews.strings(outcome.charged()))
            .add("pleaded", words(outcome.pleaded()))
            .add("range", outcome.range())
            .add("imprisonment", outcome.imprisonment())
            .add("supervision", outcome.supervision())
            .add("money", words(outcome.money()))
            .add("terms", words(outcome.terms()))
            .add("after", words(outcome.after()))
            .add("certainty", outcome.certainty())
            .add("objections", JsonViews.array(outcome.objections(), JsonViews::objection))
            .add("reasonDespite", outcome.reasonDespite());
    if (outcome.sentence() != null) {
      json.add("sentence", JsonViews.record(outcome.sentence()));
    }
    return json.add("earlier", words(outcome.earlier())).build();
  }

  private static jakarta.json.JsonArray words(List<Outcome.Line> lines) {
    return JsonViews.strings(lines.stream().map(Outcome.Line::words).toList());
  }

  /** Sentences of all cases of the one who asks, with their distribution. */
  @GET
  @Path("outcomes")
  public JsonObject across(
      @QueryParam("statute") @DefaultValue("") String statute,
      @QueryParam("court") @DefaultValue("") String court,
      @QueryParam("year") @DefaultValue("") String year) {
    SentencesAcross found = outcomes.across(new SentencesAsked(statute, court, year));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("total", found.rows().size())
            .add("n", found.n())
            .add("lengthMissing", found.lengthMissing())
            .add("rangeMissing", found.rangeMissing())
            .add("countsMissing", found.countsMissing())
            .add("withoutSentence", found.withoutSentence());
    found
        .median()
        .ifPresent(
            median -> {
              median.months().ifPresent(months -> json.add("medianMonths", months));
              json.add("medianIsLife", median.isLife());
            });
    return json.add(
            "imprisonment",
            JsonViews.array(
                found.imprisonment(),
                bin ->
                    Json.createObjectBuilder()
                        .add("label", bin.label())
                        .add("count", bin.count())
                        .build()))
        .add("sentences", JsonViews.array(found.rows(), OutcomesResource::row))
        .build();
  }

  private static JsonObject row(SentencesAcross.Row row) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("caseId", row.caseId().toString())
            .add("case", row.caseTitle())
            .add("court", row.court())
            .add("sentence", row.sentence().toString())
            .add("defendant", row.defendant())
            .add("imposedOn", row.imposedOn().toString())
            .add("custody", row.custody().name())
            .add("position", row.position())
            .add("certainty", row.certainty())
            .add("statutes", JsonViews.strings(row.statutes()));
    number(json, "months", row.months());
    number(json, "supervisedRelease", row.supervisedRelease());
    number(json, "probation", row.probation());
    number(json, "rangeFrom", row.rangeFrom());
    number(json, "rangeTo", row.rangeTo());
    if (row.fine() != null) {
      json.add("fine", row.fine());
    }
    return json.build();
  }

  private static void number(JsonObjectBuilder json, String name, @Nullable Integer value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  /** The same sentences as a table to be saved. */
  @GET
  @Path("outcomes.csv")
  @Produces("text/csv")
  public Response csv(
      @QueryParam("statute") @DefaultValue("") String statute,
      @QueryParam("court") @DefaultValue("") String court,
      @QueryParam("year") @DefaultValue("") String year) {
    String head =
        CsvText.line(
            Stream.of(
                "case",
                "court",
                "defendant",
                "imposed on",
                "imprisonment",
                "months",
                "supervised release",
                "probation",
                "fine",
                "range from",
                "range to",
                "against the range",
                "statutes",
                "certainty"));
    String lines =
        outcomes.across(new SentencesAsked(statute, court, year)).rows().stream()
            .map(
                row ->
                    CsvText.line(
                        Stream.of(
                            row.caseTitle(),
                            row.court(),
                            row.defendant(),
                            row.imposedOn().toString(),
                            row.custody().label(),
                            text(row.months()),
                            text(row.supervisedRelease()),
                            text(row.probation()),
                            text(row.fine()),
                            text(row.rangeFrom()),
                            text(row.rangeTo()),
                            row.position(),
                            String.join(" ", row.statutes()),
                            row.certainty())))
            .collect(Collectors.joining());
    return Response.ok(head + lines, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=outcomes.csv")
        .build();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
