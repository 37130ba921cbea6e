package org.proffer.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.CheckFilter;
import org.proffer.platform.InvalidInput;

/** Which checked messages of a client. */
public class CheckFilterParameters {
  @QueryParam("by")
  @DefaultValue("checked")
  private String by = "checked";

  @QueryParam("from")
  @DefaultValue("")
  private String from = "";

  @QueryParam("until")
  @DefaultValue("")
  private String until = "";

  @QueryParam("dated")
  @DefaultValue("")
  private String dated = "";

  @QueryParam("requirement")
  @DefaultValue("")
  private String requirement = "";

  @QueryParam("verdict")
  @DefaultValue("")
  private String verdict = "";

  @QueryParam("purpose")
  @DefaultValue("")
  private String purpose = "";

  @QueryParam("method")
  @DefaultValue("")
  private String method = "";

  @QueryParam("untold")
  @DefaultValue("")
  private String untold = "";

  @QueryParam("campaign")
  @DefaultValue("")
  private String campaign = "";

  @QueryParam("network")
  @DefaultValue("")
  private String network = "";

  String by() {
    return by;
  }

  CheckFilter filter() {
    CheckFilter.By clock =
        switch (by) {
          case "checked" -> CheckFilter.By.CHECKED;
          case "sent" -> CheckFilter.By.SENT;
          default ->
              throw new InvalidInput("by", "“" + by + "” is no clock.", "Send checked or sent.");
        };
    return new CheckFilter(
        clock,
        day("from", from),
        day("until", until),
        dated,
        requirement,
        verdict,
        purpose,
        method,
        untold,
        campaign,
        network);
  }

  private static @Nullable LocalDate day(String name, String value) {
    return value.isEmpty() ? null : TrendsResource.day(name, value);
  }
}
