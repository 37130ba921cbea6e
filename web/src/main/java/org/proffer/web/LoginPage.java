package org.proffer.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;

/** The page of the login, which is shown in the place of whatever page was asked for. */
@Named("loginPage")
@RequestScoped
public class LoginPage {
  private static String attribute(String name) {
    Map<String, Object> attributes =
        FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
    Object value = attributes.get(name);
    return value == null ? "" : value.toString();
  }

  private static String parameter(String name) {
    String value =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    return value == null ? "" : value;
  }

  /** What became of the login that was tried; empty at first. */
  public String getSaid() {
    return attribute("said");
  }

  /** More of it, in a sentence; may be empty. */
  public String getDetail() {
    return attribute("saidDetail");
  }

  /** Whether the password is to be replaced. */
  public boolean isReplacing() {
    return getSaid().equals("TO_BE_REPLACED");
  }

  /** The login as it was typed. */
  public String getUser() {
    return parameter("user");
  }

  /** The page that was asked for, with its parameters. */
  public String getTo() {
    if (!parameter("to").isEmpty()) {
      return parameter("to");
    }
    String query = attribute(RequestDispatcher.FORWARD_QUERY_STRING);
    return attribute(RequestDispatcher.FORWARD_SERVLET_PATH) + (query.isEmpty() ? "" : "?" + query);
  }
}
