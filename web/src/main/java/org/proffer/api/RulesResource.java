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
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.CanSpamRules.Rule;
import org.proffer.messages.Rulebook;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** The rules, with their history. */
@Path("/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {
  @Inject private Access access;

  /** Every period of every rule, or the rules in force on a day. */
  @GET
  public JsonObject list(@QueryParam("on") @DefaultValue("") String on) {
    access.require(Action.READ_RULES);
    List<Rule> rules = on.isEmpty() ? CanSpamRules.all() : CanSpamRules.inForce(day(on));
    return Json.createObjectBuilder()
        .add("version", CanSpamRules.VERSION)
        .add("rules", JsonViews.array(rules, RulesResource::rule))
        .build();
  }

  /** The periods of one rule, oldest first. */
  @GET
  @Path("/{id}")
  public JsonObject get(@PathParam("id") String id) {
    access.require(Action.READ_RULES);
    List<Rule> periods = Rulebook.periods(id);
    if (periods.isEmpty()) {
      throw new NotFound("rule", id.length() > 60 ? id.substring(0, 60) : id);
    }
    return Json.createObjectBuilder()
        .add("version", CanSpamRules.VERSION)
        .add("id", id)
        .add("periods", JsonViews.array(periods, RulesResource::rule))
        .build();
  }

  private static LocalDate day(String on) {
    try {
      return LocalDate.parse(on);
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput("on", "“" + on + "” is no day.", "Send it like 2005-03-02.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static JsonObject rule(Rule rule) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", rule.id())
            .add("kind", rule.kind().name())
            .add("title", rule.title())
            .add("citation", rule.citation())
            .add("from", rule.from().toString());
    JsonViews.text(json, "until", rule.until());
    return json.add("confirmed", rule.confirmed())
        .add("summary", rule.summary())
        .add("test", rule.test())
        .add("note", rule.note())
        .build();
  }
}
