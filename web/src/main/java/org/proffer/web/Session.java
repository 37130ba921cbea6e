package org.proffer.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.access.Logins;
import org.proffer.audit.AuditTrail;
import org.proffer.oidc.LoginServer;

/** Who is logged in, and the way out; on every page. */
@Named("person")
@RequestScoped
public class Session {
  /** Tells the browser at the end of a session to forget what it keeps of the portal. */
  public static final String FORGET = "\"cache\", \"storage\"";

  @Inject private Access access;
  @Inject private ClientAccess desk;
  @Inject private Logins logins;
  @Inject private AuditTrail audit;

  /** The person's name. */
  public String getName() {
    return logins.displayName(access.actor().login());
  }

  /** The person's login. */
  public String getLogin() {
    return access.actor().login();
  }

  /** Whether what was just asked needs the password again. */
  public boolean isToBeProved() {
    return FacesContext.getCurrentInstance().getAttributes().containsKey(Show.FRESH_LOGIN_NEEDED);
  }

  /** Whether the person manages logins. */
  public boolean isManagingLogins() {
    return access.may(Action.MANAGE_LOGINS) && !LoginServer.isUsed();
  }

  /** Whether the person works at the compliance desk. */
  public boolean isOfTheDesk() {
    return desk.may(ClientAction.LIST_CLIENTS);
  }

  /** Whether passwords are taken here. */
  public boolean isOfThePortal() {
    return !LoginServer.isUsed();
  }

  /** Ends the session, here and where the login is kept. */
  public String logout() throws ServletException {
    audit.logout(access.actor().login());
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    ((HttpServletRequest) external.getRequest()).logout();
    external.invalidateSession();
    external.setResponseHeader("Clear-Site-Data", FORGET); // drafts lie in the browser
    return "/index.xhtml?faces-redirect=true";
  }
}
