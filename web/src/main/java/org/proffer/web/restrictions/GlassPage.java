package org.proffer.web.restrictions;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Logins;
import org.proffer.cases.Court;
import org.proffer.cases.Courts;
import org.proffer.platform.Refusal;
import org.proffer.restrictions.BreakGlass;
import org.proffer.restrictions.BreakGlassUse;
import org.proffer.web.Show;

/** Entering a case by breaking glass, and the review of how others did. */
@Named("glassPage")
@RequestScoped
public class GlassPage {
  @Inject private BreakGlass glass;
  @Inject private Courts courts;
  @Inject private Logins logins;
  @Inject private Access access;

  private List<Row> rows = List.of();
  private String court = "mied";
  private String docketNumber = "";
  private String reason = "";
  private String found = "";

  /** A use as the list shows it. */
  public record Row(BreakGlassUse use, String name, String began, String until) {}

  @PostConstruct
  void list() {
    if (isReviewing()) {
      rows =
          glass.toReview().stream()
              .map(
                  u ->
                      new Row(
                          u,
                          logins.displayName(u.login()),
                          Show.instant(u.began()),
                          Show.instant(u.until())))
              .toList();
    }
  }

  /** Answers in place of the page if it is not for the person. */
  public void load() {
    try {
      access.require(Action.BREAK_GLASS);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  /** Enters the case and goes to it. */
  public @Nullable String enter() {
    try {
      BreakGlassUse use = glass.enter(court, docketNumber, reason);
      return "/cases/case.xhtml?faces-redirect=true&id=" + use.caseId();
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Records what the reviewer found of a use. */
  public @Nullable String review(String use) {
    try {
      glass.review(UUID.fromString(use), found);
      return "/restrictions/glass.xhtml?faces-redirect=true";
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Whether the person reviews how others broke glass. */
  public boolean isReviewing() {
    return access.may(Action.REVIEW_BREAK_GLASS);
  }

  public List<Court> getCourts() {
    return courts.all();
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getCourt() {
    return court;
  }

  public void setCourt(@Nullable String court) {
    this.court = court == null ? "" : court;
  }

  public String getDocketNumber() {
    return docketNumber;
  }

  public void setDocketNumber(@Nullable String docketNumber) {
    this.docketNumber = docketNumber == null ? "" : docketNumber;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getFound() {
    return found;
  }

  public void setFound(@Nullable String found) {
    this.found = found == null ? "" : found;
  }
}
