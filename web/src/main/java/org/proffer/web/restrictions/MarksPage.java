package org.proffer.web.restrictions;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Mark;
import org.proffer.cases.CaseId;
import org.proffer.cases.Cases;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.restrictions.Disclosure;
import org.proffer.restrictions.MarkView;
import org.proffer.restrictions.Marks;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The marks on the evidence of a case, and to whom marked matter may be disclosed. */
@Named("marksPage")
@RequestScoped
public class MarksPage {
  @Inject private Marks marks;
  @Inject private Cases cases;
  @Inject private EvidenceItems items;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable CaseId caseId;
  private @Nullable Refusal refused;
  private List<EvidenceView> evidence = List.of();
  private List<Row> rows = List.of();
  private List<Disclosure> disclosures = List.of();
  private String item = "";
  private Mark mark = Mark.GRAND_JURY;
  private String authority = "";
  private Mark listed = Mark.GRAND_JURY;
  private String login = "";
  private String advisedOn = "";

  /**
   * A mark as the list shows it.
   *
   * @param target the item, as far as the person sees it
   * @param lifted when and under what; empty while it stands
   */
  public record Row(MarkView mark, String target, String set, String lifted) {}

  @PostConstruct
  void readAddress() {
    try {
      CaseId id = CaseId.parse(asked.getOrDefault("case", ""));
      caseId = id;
      tabs.show(id.value(), CaseTab.OVERVIEW);
      evidence = items.of(id);
      rows = marks.of(id.value()).stream().map(this::row).toList();
      disclosures = marks.disclosures(id.value());
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  private Row row(MarkView mark) {
    String target =
        evidence.stream()
            .filter(e -> e.id().value().equals(mark.targetId()))
            .findFirst()
            .map(e -> "Item " + e.number() + ": " + e.title())
            .orElse("An item that is not shown to you");
    String lifted =
        mark.liftedAt() == null
            ? ""
            : Show.instant(mark.liftedAt()) + " by " + mark.liftedBy() + ": " + mark.liftedUnder();
    return new Row(mark, target, Show.instant(mark.setAt()), lifted);
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Marks the item that was chosen. */
  public @Nullable String set() {
    return changed(id -> marks.set(chosen(), mark, authority));
  }

  private UUID chosen() {
    return evidence.stream()
        .map(e -> e.id().value())
        .filter(id -> id.toString().equals(item))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInput("item", "No item is chosen.", "Choose one from the list."));
  }

  /** Lifts a mark under what was typed. */
  public @Nullable String lift(String markId) {
    return changed(id -> marks.lift(UUID.fromString(markId), authority));
  }

  /** Puts the chosen member on the list of the chosen mark. */
  public @Nullable String disclose() {
    return changed(id -> marks.disclose(id.value(), listed, login, day()));
  }

  private LocalDate day() {
    try {
      return LocalDate.parse(advisedOn);
    } catch (DateTimeParseException e) {
      throw new InvalidInput(
          "advisedOn", "The day of the advice is missing.", "Write it as 2026-01-31.");
    }
  }

  /** Takes a person off the list of a mark. */
  public @Nullable String withdraw(Mark from, String person) {
    return changed(id -> marks.withdraw(id.value(), from, person));
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
    return "/restrictions/marks.xhtml?faces-redirect=true&case=" + shown;
  }

  /** The logins of the members of the case. */
  public List<String> getMembers() {
    CaseId shown = caseId;
    return shown != null && access.may(Action.VIEW_MEMBERS, shown.value())
        ? cases.get(shown).members()
        : List.of();
  }

  /** The marks there are. */
  public List<Mark> getMarks() {
    return List.of(Mark.values());
  }

  /** The marks that have a list. */
  public List<Mark> getListedMarks() {
    return Arrays.stream(Mark.values()).filter(Mark::isDisclosedByList).toList();
  }

  /** Whether the person may mark items here. */
  public boolean isMarking() {
    return may(Action.SET_MARK);
  }

  /** Whether the person may lift marks here. */
  public boolean isLifting() {
    return may(Action.LIFT_MARK);
  }

  /** Whether the person may put others on the lists here. */
  public boolean isDisclosing() {
    return may(Action.DISCLOSE);
  }

  private boolean may(Action action) {
    CaseId shown = caseId;
    return shown != null && access.may(action, shown.value());
  }

  public String getCaseId() {
    return String.valueOf(caseId);
  }

  public List<EvidenceView> getEvidence() {
    return evidence;
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<Disclosure> getDisclosures() {
    return disclosures;
  }

  public String getItem() {
    return item;
  }

  public void setItem(@Nullable String item) {
    this.item = item == null ? "" : item;
  }

  public Mark getMark() {
    return mark;
  }

  public void setMark(@Nullable Mark mark) {
    this.mark = mark == null ? Mark.GRAND_JURY : mark;
  }

  public String getAuthority() {
    return authority;
  }

  public void setAuthority(@Nullable String authority) {
    this.authority = authority == null ? "" : authority;
  }

  public Mark getListed() {
    return listed;
  }

  public void setListed(@Nullable Mark listed) {
    this.listed = listed == null ? Mark.GRAND_JURY : listed;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(@Nullable String login) {
    this.login = login == null ? "" : login;
  }

  public String getAdvisedOn() {
    return advisedOn;
  }

  public void setAdvisedOn(@Nullable String advisedOn) {
    this.advisedOn = advisedOn == null ? "" : advisedOn;
  }
}
