package org.proffer.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.Outage;
import org.proffer.platform.Refusal;

/**
 * Answers everything that is not a refusal: a full disk or a database that is away by its name,
 * anything else with an incident number for the person, the cause for the log.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger("org.proffer.api");
  private static final int RETRY_AFTER_SECONDS = 30;

  @Override
  public Response toResponse(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return RefusalMapper.answer(refusal);
      }
    }
    if (failure instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      return new Problem(
              status,
              "http-" + status,
              web.getResponse().getStatusInfo().getReasonPhrase(),
              "The request cannot be answered as it was sent.",
              "Compare it with openapi.json.")
          .response();
    }
    if (failure instanceof IllegalArgumentException) {
      return new Problem(
              422,
              "invalid-input",
              "A value cannot be used",
              String.valueOf(failure.getMessage()),
              "Correct it and send again.")
          .response();
    }
    Optional<Outage> outage = Outage.of(failure);
    if (outage.isPresent()) {
      LOG.warnf(failure, "A request could not be answered: %s", outage.get().title());
      return Response.fromResponse(Problem.of(outage.get()).response())
          .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .build();
    }
    UUID incident = UUID.randomUUID();
    LOG.errorf(failure, "Incident %s", incident);
    return new Problem(
            500,
            "failure",
            "Something failed on our side",
            "Incident " + incident + ".",
            "Try again; if it fails again, give the incident number to the administrator.")
        .response();
  }
}
