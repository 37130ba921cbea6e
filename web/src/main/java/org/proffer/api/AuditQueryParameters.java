package org.proffer.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.proffer.audit.AuditQuery;

/** Which entries of the audit log are asked for. */
public class AuditQueryParameters {
  @QueryParam("actor")
  @DefaultValue("")
  private String actor = "";

  @QueryParam("action")
  @DefaultValue("")
  private String action = "";

  @QueryParam("outcome")
  @DefaultValue("")
  private String outcome = "";

  @QueryParam("case")
  @DefaultValue("")
  private String caseId = "";

  @QueryParam("object")
  @DefaultValue("")
  private String object = "";

  @QueryParam("from")
  @DefaultValue("")
  private String from = "";

  @QueryParam("until")
  @DefaultValue("")
  private String until = "";

  AuditQuery asked() {
    return new AuditQuery(actor, action, outcome, caseId, object, from, until);
  }
}
