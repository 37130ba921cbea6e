package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.proffer.cases.CaseId;
import org.proffer.messages.CaseTrend;
import org.proffer.messages.MessageTrends;
import org.proffer.messages.TrendComparison;
import org.proffer.platform.InvalidInput;

/** The messages of a case over time, and before and after an event. */
@Path("/cases/{id}/trends")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrendsResource {
  @Inject private MessageTrends trends;

  /** The trend: steps, shares, campaigns, networks, the collection and its gaps. */
  @GET
  public JsonObject trend(@PathParam("id") String id, @BeanParam TrendParameters asked) {
    CaseTrend trend = trends.of(CaseId.parse(id), asked.query(), asked.basis(), asked.step());
    return TrendJson.trend(trend.trend())
        .add("by", asked.by())
        .add("messagesOfCase", trend.all())
        .add("storedBefore", trend.untraced())
        .add("campaigns", TrendJson.groups(trend.campaigns()))
        .add("networks", TrendJson.groups(trend.networks()))
        .add(
            "items",
            JsonViews.array(
                trend.items(),
                item ->
                    Json.createObjectBuilder()
                        .add("source", item.source())
                        .add("number", item.number())
                        .add("title", item.title())
                        .add("collector", item.collector())
                        .add("collectorRecorded", item.recorded())
                        .build()))
        .build();
  }

  /** The steps as a table to be saved. */
  @GET
  @Path("table.csv")
  @Produces("text/csv")
  public Response table(@PathParam("id") String id, @BeanParam TrendParameters asked) {
    return TrendJson.table(
        trends.of(CaseId.parse(id), asked.query(), asked.basis(), asked.step()).trend());
  }

  /** Messages a day before and after an event. */
  @GET
  @Path("comparison")
  public JsonObject comparison(
      @PathParam("id") String id,
      @BeanParam TrendParameters asked,
      @QueryParam("event") @DefaultValue("") String event,
      @QueryParam("days") @DefaultValue("84") int days,
      @QueryParam("collectedFrom") @DefaultValue("") String from,
      @QueryParam("collectedUntil") @DefaultValue("") String until) {
    if (from.isEmpty() != until.isEmpty()) {
      throw new InvalidInput(
          from.isEmpty() ? "collectedFrom" : "collectedUntil",
          "Only one end of the collection is named.",
          "Send both days between which messages were collected, or none.");
    }
    TrendComparison found =
        trends.compared(
            CaseId.parse(id),
            asked.query(),
            asked.basis(),
            day("event", event),
            days,
            from.isEmpty()
                ? null
                : new MessageTrends.Stated(
                    day("collectedFrom", from), day("collectedUntil", until)));
    return Json.createObjectBuilder()
        .add("event", event)
        .add("days", days)
        .add("by", asked.by())
        .add("collectionStated", found.stated())
        .add(
            "measures",
            JsonViews.array(
                found.measures(),
                measure ->
                    TrendJson.comparison(measure.label(), measure.query(), measure.result())))
        .build();
  }

  static LocalDate day(String name, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput(name, "“" + value + "” is no day.", "Send it like 2008-01-03.");
      refusal.initCause(e);
      throw refusal;
    }
  }
}
