package org.proffer.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.proffer.platform.Refusal;
import org.proffer.platform.RepeatedRequests;
import org.proffer.platform.RepeatedRequests.Answer;

/**
 * A POST with the header {@code Idempotency-Key} is done once, however often it is sent within a
 * day; the answer to a repetition carries {@code Idempotency-Replayed: true}. A JSON body belongs
 * to the request; of a streamed file only its length does, since the same bytes are received once
 * anyway. An answer that is not to be stored, for example a secret address, is not kept: its
 * request is done anew when repeated.
 */
@Provider
@Priority(Priorities.USER)
public class IdempotencyKey implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String HEADER = "Idempotency-Key";
  private static final String BEGUN = IdempotencyKey.class.getName();
  private static final int MOST_JSON = 1 << 20;

  @Inject private RepeatedRequests requests;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(HEADER);
    if (key == null || !request.getMethod().equals("POST") || login(request).isEmpty()) {
      return;
    }
    if (!key.matches("[!-~]{1,255}")) {
      request.abortWith(
          new Problem(
                  422,
                  "invalid-input",
                  "Please check: " + HEADER,
                  "The header is empty, too long, or not plain ASCII.",
                  "Send 1 to 255 visible ASCII characters, for example a UUID.")
              .response());
      return;
    }
    try {
      Optional<Answer> before = requests.begin(login(request), key, fingerprint(request));
      if (before.isPresent()) {
        request.abortWith(again(before.get()));
      } else {
        request.setProperty(BEGUN, key);
      }
    } catch (Refusal refusal) {
      request.abortWith(RefusalMapper.problem(refusal).response());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(BEGUN) instanceof String key)) {
      return;
    }
    if (response.getStatus() >= 500 || isSecret(response)) {
      requests.failed(login(request), key);
      return;
    }
    MediaType type = response.getMediaType();
    requests.answered(
        login(request),
        key,
        new Answer(
            response.getStatus(),
            response.getHeaderString(HttpHeaders.LOCATION),
            type == null ? null : type.toString(),
            response.hasEntity() ? response.getEntity().toString() : null));
  }

  private static boolean isSecret(ContainerResponseContext response) {
    String caching = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
    return caching != null && caching.contains("no-store");
  }

  private static Response again(Answer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status()).header("Idempotency-Replayed", "true");
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    if (answer.body() != null) {
      response.entity(answer.body()).type(answer.mediaType());
    }
    return response.build();
  }

  private static String login(ContainerRequestContext request) {
    return request.getSecurityContext().getUserPrincipal() == null
        ? ""
        : request.getSecurityContext().getUserPrincipal().getName();
  }

  private static String fingerprint(ContainerRequestContext request) throws IOException {
    MessageDigest digest = sha256();
    String head =
        request.getMethod()
            + " "
            + request.getUriInfo().getRequestUri().getRawPath()
            + "?"
            + request.getUriInfo().getRequestUri().getRawQuery()
            + " "
            + request.getLength();
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    MediaType type = request.getMediaType();
    if (type != null
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
        && request.getLength() <= MOST_JSON) {
      byte[] body = request.getEntityStream().readNBytes(MOST_JSON);
      digest.update(body);
      request.setEntityStream(new ByteArrayInputStream(body));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
