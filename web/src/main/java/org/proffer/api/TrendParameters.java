package org.proffer.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.TrendBasis;
import org.proffer.platform.InvalidInput;
import org.proffer.trends.Step;

/** Which messages a trend is made of, by which clock, in which steps. */
public class TrendParameters {
  @QueryParam("query")
  @DefaultValue("")
  private String query = "";

  @QueryParam("by")
  @DefaultValue("received")
  private String by = "received";

  @QueryParam("step")
  @DefaultValue("")
  private String step = "";

  MessageQuery query() {
    return MessageQuery.asking(query);
  }

  String by() {
    return by;
  }

  TrendBasis basis() {
    return switch (by) {
      case "received" -> TrendBasis.RECEIVED;
      case "sent" -> TrendBasis.SENT;
      default ->
          throw new InvalidInput("by", "“" + by + "” is no clock.", "Send received or sent.");
    };
  }

  @Nullable Step step() {
    return step(step);
  }

  static @Nullable Step step(String step) {
    return step.isEmpty()
        ? null
        : Arrays.stream(Step.values())
            .filter(each -> each.label().equals(step))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "step",
                        "“" + step + "” is no step.",
                        "Send day, week, month, or nothing."));
  }
}
