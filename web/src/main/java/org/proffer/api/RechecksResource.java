package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.proffer.cases.CaseId;
import org.proffer.law.Verdict;
import org.proffer.messages.RecheckChanges;
import org.proffer.messages.RecheckId;
import org.proffer.messages.RecheckView;
import org.proffer.messages.Rechecks;
import org.proffer.messages.RulesOfCase;

/** Re-checks of a case under the rules of now: started, watched. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RechecksResource {
  @Inject private Rechecks rechecks;

  /** Starts to check the messages of a case that are checked under other rules. */
  @POST
  @Path("/cases/{id}/rechecks")
  public Response start(@PathParam("id") String id) {
    RecheckId started = rechecks.start(CaseId.parse(id));
    return Response.created(URI.create("rechecks/" + started))
        .entity(form(rechecks.get(started)).build())
        .build();
  }

  /** Under which rules the messages of a case are checked. */
  @GET
  @Path("/cases/{id}/rules")
  public JsonObject rules(@PathParam("id") String id) {
    RulesOfCase rules = rechecks.rules(CaseId.parse(id));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("current", rules.current())
            .add("outdated", rules.outdated())
            .add(
                "checked",
                JsonViews.array(
                    rules.checked(),
                    c ->
                        Json.createObjectBuilder()
                            .add("ruleVersion", c.ruleVersion())
                            .add("messages", c.messages())
                            .build()));
    RecheckView last = rules.last();
    if (last != null) {
      json.add("lastRecheck", form(last));
    }
    return json.build();
  }

  /** A re-check as it stands, with what it has changed. */
  @GET
  @Path("/rechecks/{id}")
  public JsonObject get(@PathParam("id") String id) {
    RecheckId recheck = RecheckId.parse(id);
    RecheckView view = rechecks.get(recheck);
    RecheckChanges changes = rechecks.changes(recheck);
    return form(view)
        .add(
            "verdicts",
            JsonViews.array(
                List.of(Verdict.values()),
                v ->
                    Json.createObjectBuilder()
                        .add("verdict", v.name())
                        .add("before", changes.before(v))
                        .add("after", changes.after(v))
                        .build()))
        .add(
            "changes",
            JsonViews.array(
                changes.requirements(),
                c ->
                    Json.createObjectBuilder()
                        .add("requirement", c.requirement())
                        .add("was", c.was().name())
                        .add("became", c.became().name())
                        .add("messages", c.messages())
                        .build()))
        .build();
  }

  private static JsonObjectBuilder form(RecheckView r) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", r.id().toString())
            .add("caseId", r.caseId().toString())
            .add("ruleVersion", r.ruleVersion())
            .add("state", r.state().name())
            .add("ended", r.state().isEnded())
            .add("startedAt", r.startedAt().toString())
            .add("startedBy", r.startedBy())
            .add("total", r.total())
            .add("done", r.done())
            .add("changed", r.changed())
            .add("unchecked", r.unchecked())
            .add("percent", r.percent());
    JsonViews.text(json, "finishedAt", r.finishedAt());
    JsonViews.text(json, "failure", r.failure());
    return json;
  }
}
