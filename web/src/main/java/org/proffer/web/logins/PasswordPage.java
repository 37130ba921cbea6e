package org.proffer.web.logins;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.oidc.LoginServer;
import org.proffer.platform.InvalidInput;
import org.proffer.web.Show;

/** One's own login: who one is here, and another password. */
@Named("passwordPage")
@RequestScoped
public class PasswordPage {
  @Inject private SignIn signIn;
  @Inject private Access access;

  private String password = "";
  private String chosen = "";
  private String repeated = "";

  /** Replaces the password. */
  public @Nullable String choose() throws ServletException {
    if (!chosen.equals(repeated)) {
      return say("The two new passwords differ.");
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    try {
      return switch (signIn.in(request, access.actor().login(), password, chosen)) {
        case IN -> "/index.xhtml?faces-redirect=true";
        case WAIT -> say("Too many logins failed from this address. Wait a quarter of an hour.");
        case REFUSED, TO_BE_REPLACED, ELSEWHERE -> say("The old password is not right.");
      };
    } catch (InvalidInput refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private static @Nullable String say(String sentence) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, ""));
    return null;
  }

  /** Whether passwords are chosen here. */
  public boolean isOfThePortal() {
    return !LoginServer.isUsed();
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable String chosen) {
    this.chosen = chosen == null ? "" : chosen;
  }

  public String getRepeated() {
    return repeated;
  }

  public void setRepeated(@Nullable String repeated) {
    this.repeated = repeated == null ? "" : repeated;
  }
}
