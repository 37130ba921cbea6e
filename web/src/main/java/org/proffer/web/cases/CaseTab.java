package org.proffer.web.cases;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.proffer.access.Action;

/** The pages of a case, in the order of their tabs, and the kinds of records each one shows. */
public enum CaseTab {
  /** What the case is, its evidence and documents. */
  OVERVIEW(
      Action.VIEW_CASE,
      "Overview",
      "/cases/case.xhtml?id=",
      "case",
      "docket",
      "related-case",
      "paper"),
  /** Who is in it, and what is reported about them. */
  PEOPLE(
      Action.VIEW_CASE_FILE,
      "People",
      "/cases/people.xhtml?case=",
      "party",
      "alias",
      "release-status",
      "representation",
      "merge",
      "report"),
  /** What is charged, and how it stands. */
  CHARGES(
      Action.VIEW_CASE_FILE,
      "Charges",
      "/charges/charges.xhtml?case=",
      "instrument",
      "count",
      "disposition",
      "plea-agreement",
      "suspension"),
  /** What is proved by what. */
  PROOF(Action.VIEW_PROOF, "Proof", "/proof/board.xhtml?case=", "fact", "source", "gap-approval"),
  /** Its evidence, and what of it is put before the court. */
  EVIDENCE(Action.VIEW_EVIDENCE, "Evidence", "/evidence/register.xhtml?case=", "item", "exhibit"),
  /** The messages of its evidence. */
  MESSAGES(Action.READ_MESSAGES, "Messages", "/messages/list.xhtml?case="),
  /** What happened when. */
  TIMELINE(Action.VIEW_TIMELINE, "Timeline", "/timeline/timeline.xhtml?case=", "event", "hearing"),
  /** How its messages are spread over time. */
  TRENDS(Action.READ_MESSAGES, "Trends", "/trends/trends.xhtml?case="),
  /** How it ends for each defendant. */
  OUTCOMES(
      Action.VIEW_OUTCOMES,
      "Outcomes",
      "/outcomes/defendants.xhtml?case=",
      "sentence",
      "sentence-term",
      "restitution",
      "forfeiture",
      "after-sentence"),
  /** What is made of it for the court. */
  DOCUMENTS(Action.READ_DOCUMENT, "Documents", "/documents/documents.xhtml?case="),
  /** What people write down for each other. */
  NOTES(Action.VIEW_CASE_FILE, "Notes", "", "note");

  private final Action viewing;
  private final String label;
  private final String page;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> kinds;

  /**
   * A tab.
   *
   * @param viewing what it takes to see it
   * @param page its address up to the id of the case; empty for a page that lists records
   * @param kinds the kinds of records it shows, in order
   */
  CaseTab(Action viewing, String label, String page, String... kinds) {
    this.viewing = viewing;
    this.label = label;
    this.page = page;
    this.kinds = List.of(kinds);
  }

  /** What it takes to see it. */
  Action viewing() {
    return viewing;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** The kinds of records it shows, in order. */
  public List<String> kinds() {
    return kinds;
  }

  /** Its address for a case, within the application. */
  public String address(UUID caseId) {
    return page.isEmpty()
        ? "/cases/records.xhtml?case=" + caseId + "&tab=" + name()
        : page + caseId;
  }

  /** The tab that shows a kind of records; the overview if none does. */
  public static CaseTab of(String kind) {
    return Arrays.stream(values())
        .filter(tab -> tab.kinds.contains(kind))
        .findFirst()
        .orElse(OVERVIEW);
  }
}
