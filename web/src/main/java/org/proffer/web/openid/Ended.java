package org.proffer.web.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer to a request whose session or token is not good any more. */
enum Ended {
  /** The person is asked to log in again. */
  LOGIN_AGAIN(
      401,
      "{\"type\":\"urn:proffer:problem:login-required\",\"title\":\"Login required\",\"status\":401,"
          + "\"detail\":\"The session or token is over.\",\"next\":\"Log in again.\"}"),
  /** Whether the token is good cannot be found out. */
  PROVIDER_AWAY(
      503,
      "{\"type\":\"urn:proffer:problem:login-unreachable\",\"title\":\"Login unreachable\","
          + "\"status\":503,\"detail\":\"The provider of logins does not answer, so the token cannot be"
          + " checked.\",\"next\":\"Try again in a minute.\"}");

  private final int status;
  private final String problem;

  Ended(int status, String problem) {
    this.status = status;
    this.problem = problem;
  }

  /** Sends a program the problem, and a person to the page again, which leads to the login. */
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    // No address of another host, whatever the path looks like.
    String path = request.getRequestURI().replaceFirst("^/+", "/");
    if (request.getServletPath().startsWith("/api") || status != 401) {
      response.setStatus(status);
      response.setContentType("application/problem+json");
      response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
    } else if (request.getHeader("Faces-Request") != null) {
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getOutputStream()
          .write(
              ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response id=\"j_id1\"><redirect url=\""
                      + escaped(path)
                      + "\"/></partial-response>")
                  .getBytes(StandardCharsets.UTF_8));
    } else {
      String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
      response.sendRedirect(path + (query == null ? "" : "?" + query));
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
