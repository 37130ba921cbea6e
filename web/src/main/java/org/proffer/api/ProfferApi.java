package org.proffer.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API. */
@ApplicationPath("/api/v1")
public class ProfferApi extends Application {}
