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
import org.proffer.compliance.CheckedMessages;
import org.proffer.compliance.ClientTrend;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;

/** The checked messages of a client over time, and before and after a day. */
@Path("/clients/{id}/trends")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClientTrendsResource {
  @Inject private CheckedMessages checked;

  /** The trend of all that was checked. */
  @GET
  public JsonObject trend(
      @PathParam("id") String id,
      @BeanParam CheckFilterParameters asked,
      @QueryParam("step") @DefaultValue("") String step) {
    ClientTrend trend =
        checked.trend(Ids.parse("client", id), asked.filter().by(), TrendParameters.step(step));
    return TrendJson.trend(trend.trend())
        .add("by", asked.by())
        .add("campaigns", TrendJson.groups(trend.campaigns()))
        .add("networks", TrendJson.groups(trend.networks()))
        .build();
  }

  /** The steps as a table to be saved. */
  @GET
  @Path("table.csv")
  @Produces("text/csv")
  public Response table(
      @PathParam("id") String id,
      @BeanParam CheckFilterParameters asked,
      @QueryParam("step") @DefaultValue("") String step) {
    return TrendJson.table(
        checked
            .trend(Ids.parse("client", id), asked.filter().by(), TrendParameters.step(step))
            .trend());
  }

  /** The checked messages that a number counts. */
  @GET
  @Path("rows")
  public JsonObject rows(
      @PathParam("id") String id,
      @BeanParam CheckFilterParameters asked,
      @QueryParam("first") @DefaultValue("0") int first,
      @QueryParam("most") @DefaultValue("50") int most) {
    if (first < 0 || most < 1 || most > 1_000) {
      throw new InvalidInput(
          "most",
          "Rows " + first + " and " + most + " more cannot be sent.",
          "Send at most 1,000.");
    }
    CheckedMessages.Rows found = checked.find(Ids.parse("client", id), asked.filter(), first, most);
    return Json.createObjectBuilder()
        .add("total", found.total())
        .add(
            "rows",
            JsonViews.array(
                found.rows(),
                row ->
                    Json.createObjectBuilder()
                        .add("id", row.id().toString())
                        .add("title", row.title())
                        .add("verdict", row.verdict().name())
                        .add("violated", JsonViews.strings(row.violated()))
                        .add("origin", row.origin().name())
                        .add("checkedAt", row.checkedAt().toString())
                        .add("checkedBy", row.checkedBy())
                        .build()))
        .build();
  }

  /** Checked messages a day before and after a day. */
  @GET
  @Path("comparison")
  public JsonObject comparison(
      @PathParam("id") String id,
      @BeanParam CheckFilterParameters asked,
      @QueryParam("event") @DefaultValue("") String event,
      @QueryParam("days") @DefaultValue("84") int days,
      @QueryParam("collectedFrom") @DefaultValue("") String from,
      @QueryParam("collectedUntil") @DefaultValue("") String until) {
    return Json.createObjectBuilder()
        .add("event", event)
        .add("days", days)
        .add("by", asked.by())
        .add("collectionStated", !from.isEmpty())
        .add(
            "measures",
            JsonViews.array(
                checked.compared(
                    Ids.parse("client", id),
                    asked.filter().by(),
                    TrendsResource.day("event", event),
                    days,
                    from.isEmpty() ? null : TrendsResource.day("collectedFrom", from),
                    until.isEmpty() ? null : TrendsResource.day("collectedUntil", until)),
                measure -> TrendJson.comparison(measure.label(), "", measure.result())))
        .build();
  }
}
