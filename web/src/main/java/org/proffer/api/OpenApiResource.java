package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;

/** The description of the API, OpenAPI 3.1. */
@Path("/openapi.json")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

  /** The description. */
  @GET
  public InputStream get() {
    return Objects.requireNonNull(
        OpenApiResource.class.getResourceAsStream("openapi.json"), "openapi.json");
  }
}
