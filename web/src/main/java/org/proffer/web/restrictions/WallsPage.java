package org.proffer.web.restrictions;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Login;
import org.proffer.access.Logins;
import org.proffer.cases.CaseId;
import org.proffer.platform.Refusal;
import org.proffer.restrictions.Wall;
import org.proffer.restrictions.Walls;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The walls between persons and a case. */
@Named("wallsPage")
@RequestScoped
public class WallsPage {
  @Inject private Walls walls;
  @Inject private Logins logins;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable CaseId caseId;
  private @Nullable Refusal refused;
  private List<Row> rows = List.of();
  private String login = "";
  private String reason = "";

  /** A wall as the list shows it. */
  public record Row(Wall wall, String name, String raised) {}

  @PostConstruct
  void readAddress() {
    try {
      CaseId id = CaseId.parse(asked.getOrDefault("case", ""));
      caseId = id;
      tabs.show(id.value(), CaseTab.OVERVIEW);
      rows =
          walls.of(id.value()).stream()
              .map(w -> new Row(w, logins.displayName(w.login()), Show.instant(w.raisedAt())))
              .toList();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Raises a wall. */
  public @Nullable String raise() {
    return changed(id -> walls.raise(id.value(), login, reason));
  }

  /** Lifts a wall for the reason that was typed. */
  public @Nullable String lift(String walled) {
    return changed(id -> walls.lift(id.value(), walled, reason));
  }

  private @Nullable String changed(java.util.function.Consumer<CaseId> change) {
    CaseId shown = caseId;
    if (shown == null) {
      return null;
    }
    try {
      change.accept(shown);
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
    return "/restrictions/walls.xhtml?faces-redirect=true&case=" + shown;
  }

  /** The logins that can be chosen. */
  public List<Login> getLogins() {
    return logins.all();
  }

  /** Whether the person may raise walls here. */
  public boolean isRaising() {
    return may(Action.RAISE_WALL);
  }

  /** Whether the person may lift walls here. */
  public boolean isLifting() {
    return may(Action.LIFT_WALL);
  }

  private boolean may(Action action) {
    CaseId shown = caseId;
    return shown != null && access.may(action, shown.value());
  }

  public String getCaseId() {
    return String.valueOf(caseId);
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(@Nullable String login) {
    this.login = login == null ? "" : login;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
