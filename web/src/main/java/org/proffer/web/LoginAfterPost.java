package org.proffer.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form sent after the session has ended is answered by the login page; that page is shown afresh,
 * not as the answer to the form.
 */
@WebFilter(urlPatterns = "/login.xhtml", dispatcherTypes = DispatcherType.FORWARD)
public class LoginAfterPost implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    boolean page = http.getMethod().equals("POST") && http.getHeader("Faces-Request") == null;
    chain.doFilter(page ? new Afresh(http) : http, response);
  }

  /** The request as if the page had been asked for without a form. */
  private static final class Afresh extends HttpServletRequestWrapper {
    Afresh(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public @Nullable String getParameter(String name) {
      return isOfTheForm(name) ? null : super.getParameter(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return super.getParameterMap().entrySet().stream()
          .filter(entry -> !isOfTheForm(entry.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return isOfTheForm(name) ? null : super.getParameterValues(name);
    }

    private static boolean isOfTheForm(String name) {
      return name.startsWith("jakarta.faces.");
    }
  }
}
