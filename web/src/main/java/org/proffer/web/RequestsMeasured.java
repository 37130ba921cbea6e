package org.proffer.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.proffer.operations.Meters;

/** Measures how long requests take, by method and class of status; not what was asked for. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestsMeasured implements Filter {
  @Inject private Meters meters;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begun = System.nanoTime();
    boolean answered = false;
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      meters.answered(
          ((HttpServletRequest) request).getMethod(),
          answered ? ((HttpServletResponse) response).getStatus() : 500,
          System.nanoTime() - begun);
    }
  }
}
