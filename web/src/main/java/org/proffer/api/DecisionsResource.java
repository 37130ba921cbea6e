package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
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
import org.proffer.messages.DecisionView;
import org.proffer.messages.Decisions;
import org.proffer.messages.MessageId;
import org.proffer.messages.NewDecision;
import org.proffer.platform.InvalidInput;

/** What persons decide of findings. */
@Path("/messages/{id}/findings/{requirement}/decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
  @Inject private Decisions decisions;

  /** The decisions on one finding, oldest first. */
  @GET
  public JsonObject list(@PathParam("id") String id, @PathParam("requirement") String requirement) {
    return Json.createObjectBuilder()
        .add(
            "decisions",
            JsonViews.array(decisions.of(MessageId.parse(id), requirement), JsonViews::decision))
        .build();
  }

  /** Confirms or overrules a finding. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(
      @PathParam("id") String id, @PathParam("requirement") String requirement, JsonObject asked) {
    MessageId message = MessageId.parse(id);
    DecisionView made = decisions.decide(message, requirement, given(asked));
    return Response.created(
            URI.create("messages/" + message + "/findings/" + requirement + "/decisions"))
        .entity(JsonViews.decision(made))
        .build();
  }

  private static NewDecision given(JsonObject asked) {
    return new NewDecision(
        decision(word(asked, "decision")),
        word(asked, "reason"),
        seen(asked),
        word(asked, "ruleVersion"));
  }

  private static String word(JsonObject asked, String name) {
    if (asked.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw new InvalidInput(name, "It is missing, or no text.", "Send it as a string.");
  }

  private static int seen(JsonObject asked) {
    if (asked.get("after") instanceof JsonNumber number
        && number.isIntegral()
        && number.longValue() >= 0
        && number.longValue() <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw new InvalidInput(
        "after",
        "It is missing, or no count.",
        "Send the sequence of the last decision you have seen, 0 if there was none.");
  }

  private static DecisionView.Decision decision(String name) {
    for (DecisionView.Decision decision : DecisionView.Decision.values()) {
      if (decision.name().equals(name)) {
        return decision;
      }
    }
    throw new InvalidInput(
        "decision", "“" + name + "” is no decision.", "Send CONFIRMED or OVERRULED.");
  }
}
