package org.proffer.web.logins;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.proffer.access.TooFast;
import org.proffer.platform.InvalidInput;

/** Takes the form of the login page. What went wrong is said on that page again. */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Inject private transient SignIn signIn;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/index.xhtml");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (isOfAnotherSite(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (request.getParameter("consent") == null) {
      again(request, response, "CONSENT", "");
      return;
    }
    String login = text(request, "user").strip();
    String chosen = request.getParameter("chosen");
    if (chosen != null && !chosen.equals(request.getParameter("repeated"))) {
      again(request, response, "TO_BE_REPLACED", "The two new passwords differ.");
      return;
    }
    try {
      SignIn.Answer answer = signIn.in(request, login, text(request, "password"), chosen);
      if (answer == SignIn.Answer.IN) {
        response.sendRedirect(request.getContextPath() + to(request));
      } else {
        again(request, response, answer.name(), "");
      }
    } catch (TooFast refusal) {
      response.setHeader("Retry-After", Long.toString(refusal.retryAfter()));
      again(request, response, "TOO_FAST", "");
    } catch (InvalidInput refusal) {
      again(request, response, "TO_BE_REPLACED", refusal.detail() + " " + refusal.next());
    }
  }

  private static boolean isOfAnotherSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** The page that was asked for, within the portal. */
  private static String to(HttpServletRequest request) {
    String to = request.getParameter("to");
    return isPage(to) ? String.valueOf(to) : "/index.xhtml";
  }

  static boolean isPage(@Nullable String to) {
    return to != null
        && to.matches("/[A-Za-z0-9/_-]*[.]xhtml([?][^\\r\\n\\\\]*)?")
        && !to.contains("//")
        && !to.startsWith("/login.xhtml");
  }

  private static void again(
      HttpServletRequest request, HttpServletResponse response, String said, String detail)
      throws IOException, ServletException {
    request.setAttribute("said", said);
    request.setAttribute("saidDetail", detail);
    if (said.equals("WAIT")) {
      response.setHeader("Retry-After", Long.toString(Guesses.WITHIN.toSeconds()));
    }
    response.setStatus(
        switch (said) {
          case "WAIT", "TOO_FAST" -> 429;
          case "REFUSED" -> 401;
          default -> HttpServletResponse.SC_OK;
        });
    request.getRequestDispatcher("/login.xhtml").forward(request, response);
  }
}
