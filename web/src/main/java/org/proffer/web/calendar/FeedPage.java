package org.proffer.web.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.proffer.platform.Refusal;
import org.proffer.timeline.CalendarFeeds;
import org.proffer.web.Show;

/** The secret address at which another calendar program reads the person's calendar. */
@Named("feedPage")
@RequestScoped
public class FeedPage {
  @Inject private CalendarFeeds feeds;

  private String since = "";
  private String address = "";

  /** Loads whether there is one. */
  public void load() {
    try {
      since = feeds.madeAt().map(Show::instant).orElse("");
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  /** Makes an address, in place of the one before; it is shown this once. */
  public void make() {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    String page = request.getRequestURL().toString();
    address =
        page.substring(0, page.length() - request.getServletPath().length())
            + "/api/v1/calendar/feeds/"
            + feeds.make()
            + ".ics";
    load();
  }

  /** Takes it back. */
  public void revoke() {
    feeds.revoke();
    load();
  }

  /** Since when there is one; empty while there is none. */
  public String getSince() {
    return since;
  }

  /** The address just made; empty otherwise, since nobody can know it again. */
  public String getAddress() {
    return address;
  }
}
