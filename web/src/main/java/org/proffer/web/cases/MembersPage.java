package org.proffer.web.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Login;
import org.proffer.access.Logins;
import org.proffer.access.Member;
import org.proffer.access.MemberRole;
import org.proffer.cases.CaseId;
import org.proffer.cases.Cases;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** Who works on a case, and as what. */
@Named("membersPage")
@RequestScoped
public class MembersPage {
  @Inject private Cases cases;
  @Inject private Logins logins;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable CaseId caseId;
  private @Nullable Refusal refused;
  private List<Row> rows = List.of();
  private String login = "";
  private MemberRole role = MemberRole.OTHER;

  /** A member as the list shows it. */
  public record Row(Member member, String name, String added) {}

  @PostConstruct
  void readAddress() {
    try {
      caseId = CaseId.parse(asked.getOrDefault("case", ""));
      tabs.show(caseId.value(), CaseTab.OVERVIEW);
      list();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  private void list() {
    CaseId shown = caseId;
    rows =
        shown == null
            ? List.of()
            : cases.members(shown).stream()
                .map(m -> new Row(m, logins.displayName(m.login()), Show.instant(m.addedAt())))
                .toList();
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Adds the login that was chosen, or says anew what the member does. */
  public @Nullable String add() {
    return changed(id -> cases.addMember(id, login, role));
  }

  /** Takes a login off the case. */
  public @Nullable String remove(String member) {
    String after = changed(id -> cases.removeMember(id, member));
    // Who leaves cannot see the case any more.
    return after != null && member.equals(access.actor().login())
        ? "/index.xhtml?faces-redirect=true"
        : after;
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
    return "/cases/members.xhtml?faces-redirect=true&case=" + shown;
  }

  /** The logins that can be chosen. */
  public List<Login> getLogins() {
    return logins.all();
  }

  /** What a member can be. */
  public List<MemberRole> getRoles() {
    return Arrays.stream(MemberRole.values()).filter(MemberRole::isGiven).toList();
  }

  /** Whether the person may add members. */
  public boolean isAdding() {
    return may(Action.ADD_MEMBER);
  }

  /** Whether the person may take members off. */
  public boolean isRemoving() {
    return may(Action.REMOVE_MEMBER);
  }

  private boolean may(Action action) {
    return tabs.may(action);
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

  public MemberRole getRole() {
    return role;
  }

  public void setRole(@Nullable MemberRole role) {
    this.role = role == null ? MemberRole.OTHER : role;
  }
}
